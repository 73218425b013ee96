import type { Party, TrackerKind } from '../model/tracker.ts';

/** One text for each plural form that the language has (CLDR); `{count}` is the number. */
export type PluralText = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Texts of the policy page in one locale: the `policy` part of `knowledge/locales/<tag>.json`. */
export interface PolicyTexts {
  readonly title: string;
  readonly contents: string;
  readonly toContent: string;
  /** Name of each way of storing or reading. */
  readonly kinds: Readonly<Record<TrackerKind, string>>;
  readonly parties: Readonly<Record<Party, string>>;
  /** Where no time is set: storage without an end, storage of a tab, and what is read or sent without storing. */
  readonly lifetimes: { readonly deleted: string; readonly tab: string; readonly read: string };
  readonly months: PluralText;
  /** Shown where a country of a seat lies outside the European Economic Area: `{country}`. */
  readonly outsideEea: string;
  readonly seatUnknown: string;
  readonly about: {
    readonly title: string;
    /** `{site}`. */
    readonly body: string;
    /** `{privacyPolicy}`: the link. */
    readonly privacy: string;
    /** Words of the link, in the case that `privacy` asks for. */
    readonly privacyLink: string;
  };
  readonly storage: { readonly title: string; readonly cookies: string; readonly others: string };
  readonly use: {
    readonly title: string;
    readonly lead: string;
    readonly first: PluralText;
    readonly third: PluralText;
    readonly noThird: string;
    /** Services that store nothing. */
    readonly requests: PluralText;
    /** `{required}`: names of the categories that are always on. */
    readonly optIn: string;
    readonly optOut: string;
  };
  readonly declaration: {
    readonly title: string;
    readonly lead: string;
    readonly measured: string;
    readonly alwaysOn: string;
    readonly withConsent: string;
    readonly untilRefused: string;
    readonly name: string;
    readonly provider: string;
    readonly purpose: string;
    readonly lifetime: string;
    readonly place: string;
    /** `{category}`. */
    readonly caption: string;
    readonly empty: string;
    readonly services: string;
    readonly noDescription: string;
    /** `{hosts}`. */
    readonly storesNothing: string;
    readonly privacyPolicy: string;
    readonly choiceCookie: string;
    readonly pendingAnswer: string;
    readonly pendingLifetime: string;
    readonly choiceCategory: string;
    readonly choiceCategoryBody: string;
  };
  readonly recipients: {
    readonly title: string;
    readonly lead: string;
    readonly caption: string;
    readonly provider: string;
    readonly country: string;
    readonly services: string;
    readonly transfer: string;
    readonly noTransfer: string;
    readonly unknown: string;
    readonly none: string;
  };
  readonly control: {
    readonly title: string;
    readonly lead: string;
    /** Where the page stands on none of the site's domains. */
    readonly elsewhere: string;
    /** `{domains}`. */
    readonly onSite: string;
    readonly withoutScript: string;
    /** `{label}`. */
    readonly tab: string;
    readonly ownLink: string;
    readonly withdrawTitle: string;
    readonly withdrawOwn: string;
    readonly withdrawOthers: string;
    readonly withdrawPast: string;
    readonly gpc: string;
    readonly browserTitle: string;
    readonly browserBody: string;
  };
  readonly proof: {
    readonly title: string;
    /** `{months}`, in words. */
    readonly validity: string;
    readonly askedAgain: string;
    readonly recordTitle: string;
    readonly recordLead: string;
    readonly holds: readonly string[];
    readonly holdsNot: string;
    /** `{months}`, in words. */
    readonly retention: string;
    readonly rights: string;
  };
  readonly domains: {
    readonly title: string;
    readonly one: string;
    readonly lead: string;
    readonly each: string;
    /** Added where links hand a choice over. */
    readonly carried: string;
  };
  readonly changes: {
    readonly title: string;
    readonly body: string;
    readonly updated: string;
    readonly scanned: string;
    readonly notScanned: string;
    readonly version: string;
  };
  readonly contact: {
    readonly title: string;
    readonly lead: string;
    readonly controller: string;
    readonly address: string;
    readonly email: string;
    readonly questions: string;
    readonly privacyPolicy: string;
  };
}
