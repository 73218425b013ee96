/** Texts of the notice and the preferences in one locale: the `notice` part of `knowledge/locales/<tag>.json`. */
export interface NoticeTexts {
  /** Title of the first layer. */
  readonly title: string;
  /** First layer: `{controller}`, `{purposes}`, `{services}` (a number) are filled in. */
  readonly body: string;
  /** Where and how consent is withdrawn later. */
  readonly withdrawHint: string;
  readonly accept: string;
  readonly reject: string;
  readonly settings: string;
  readonly save: string;
  readonly withdraw: string;
  readonly close: string;
  readonly policyLink: string;
  /** Label of the tab that opens the preferences again. */
  readonly open: string;
  readonly preferencesTitle: string;
  readonly preferencesBody: string;
  readonly alwaysOn: string;
  readonly provider: string;
  readonly privacyPolicy: string;
  readonly trackers: string;
  readonly lifetime: string;
  readonly session: string;
  /** `{domain}`. */
  readonly storedOn: string;
  /** Confirmation that Global Privacy Control was honoured (US-GPC-002). */
  readonly gpcHonoured: string;
  /** Status message after a choice (A11Y-009). */
  readonly saved: string;
  /** Offered after a withdrawal, when running scripts cannot be stopped. */
  readonly reloadHint: string;
  readonly reload: string;
  /** Placeholder: `{service}`, `{provider}`. */
  readonly placeholderTitle: string;
  readonly placeholderBody: string;
  readonly placeholderOnce: string;
  readonly placeholderAlways: string;
  /** Shown with the consent id. */
  readonly consentId: string;
  /** First layer where the regime lets everything run until it is refused; placeholders as in `body`. */
  readonly bodyOptOut: string;
  /** First layer when only `{purposes}` changed since the visitor answered. */
  readonly bodyChanged: string;
  /** Opens the answer to: why this notice, here and now? */
  readonly why: string;
  /** `{regime}`. */
  readonly whyOptIn: string;
  /** `{regime}`. */
  readonly whyOptOut: string;
  /** `{source}`: the rule of law. */
  readonly whySource: string;
  /** State of the choice, also on the control that opens the preferences (WDR-005): `{granted}` of `{total}`. */
  readonly openState: string;
  /** The link that California requires (US-OPT-001). */
  readonly doNotSell: string;
  /** Beside a switch that Global Privacy Control has turned off (US-GPC-002). */
  readonly gpcOptedOut: string;
  /** After a choice came along from another domain of the site: `{domain}`. */
  readonly handedOver: string;
  /** Who can access a tracker (LAW-L2-004). */
  readonly accessFirst: string;
  readonly accessThird: string;
  readonly loading: string;
  readonly loadFailed: string;
  /** Copies the consent id (PRF-007). */
  readonly copy: string;
  readonly copied: string;
  readonly receipt: string;
  /** Before a forced reload. */
  readonly reloading: string;
}

/** One tracker as the preferences list it. */
export interface NoticeTracker {
  readonly name: string;
  /** In words, in the notice's language: `6 months`. */
  readonly lifetime: string;
  /** In words: the host that holds it; empty for the site's own. */
  readonly where: string;
  readonly description: OwnText;
}

/** One service as the preferences list it. */
export interface NoticeService {
  /** Empty for the site's own code: it has no answer of its own (no switch, no entry in a choice), its purpose decides. */
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly country: string;
  readonly privacyUrl: string;
  readonly description: OwnText;
  /** In words: whether a third party has access (LAW-L2-004). */
  readonly access: string;
  readonly poster?: string;
  readonly trackers: readonly NoticeTracker[];
}

/** Texts of what is loaded when somebody looks closer. */
export const DETAIL_TEXTS = [
  'provider',
  'privacyPolicy',
  'trackers',
  'lifetime',
  'placeholderTitle',
  'placeholderBody',
  'placeholderOnce',
  'placeholderAlways',
  'consentId',
  'copy',
  'copied',
  'receipt',
  'why',
  'reloadHint',
  'reloading',
] as const;

/** What the UI loads when somebody opens the preferences or meets a placeholder: the facts of services, and reasons. */
export interface NoticeDetails {
  readonly texts: Pick<NoticeTexts, (typeof DETAIL_TEXTS)[number]> &
    /** Only where the regime heeds Global Privacy Control. */
    Partial<Pick<NoticeTexts, 'gpcOptedOut'>>;
  /** Purpose id → its services. */
  readonly services: Readonly<Record<string, readonly NoticeService[]>>;
  /** The answer to "Why do I see this?": the regime, and the rule of law that it stands on. */
  readonly reasons: readonly string[];
  /** Loads the page again by itself where something runs that was refused; else that is offered. */
  readonly reloads: boolean;
}

/** Texts of notice and preferences as they open. */
export const FIRST_TEXTS = [
  'title',
  'withdrawHint',
  'accept',
  'reject',
  'settings',
  'save',
  'withdraw',
  'close',
  'policyLink',
  'preferencesTitle',
  'preferencesBody',
  'alwaysOn',
  'saved',
  'reload',
  'bodyChanged',
  'loading',
  'loadFailed',
  'why',
] as const;

/** A text of the configuration, and its language where the configuration has it in no better one. */
export type OwnText = readonly [text: string, lang?: string];

/** One purpose as the notice and the preferences show it. */
export interface NoticePurpose {
  readonly id: string;
  readonly name: OwnText;
  readonly description: OwnText;
  readonly required: boolean;
  /** How many services, in words: `3 services`; empty for none. */
  readonly servicesCount: string;
}

/** Everything that is shown in one locale: what a record points to. */
export interface NoticeContent extends NoticeConfig {
  readonly details: NoticeDetails;
}

/**
 * Everything that the UI chunk shows at first, in one locale. The UI reads it from the constant `AVOWAL_NOTICE`,
 * which stands in the same block: `{const AVOWAL_NOTICE={…};<ui bundle>}`.
 */
export interface NoticeConfig {
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: Pick<NoticeTexts, (typeof FIRST_TEXTS)[number]> &
    /** Only where the regime asks for them: one with Global Privacy Control, one in the United States. */
    Partial<Pick<NoticeTexts, 'gpcHonoured' | 'doNotSell'>>;
  /** Sentences of the first layer, each a block of its own: one large text would be a page's largest contentful paint. */
  readonly body: readonly (readonly (string | OwnText)[])[];
  readonly policyUrl: string;
  /** Style rules of the first layer's layout. */
  readonly layout: string;
  /** Style rules that set the theme's custom properties. */
  readonly theme: string;
  readonly purposes: readonly NoticePurpose[];
  /** State of the choice in words (WDR-005), by the number of optional purposes that are granted. */
  readonly states: readonly string[];
}
