import type { NoticeAction } from './notice-action.ts';

/**
 * Where consent tools keep their controls: selectors from the tools' own markup. Avowal's own first, then common tools.
 * `open` opens the settings again after an answer; `withdraw` takes everything back, in what then opens.
 */
const TOOLS: Readonly<Record<string, Readonly<Partial<Record<NoticeAction, string>>>>> = {
  avowal: {
    accept: '[data-avowal-action=accept]',
    reject: '[data-avowal-action=reject]',
    settings: '[data-avowal-action=settings]',
    save: '[data-avowal-action=save]',
    open: '[data-avowal-action=open]',
    withdraw: '[data-avowal-action=withdraw]',
  },
  onetrust: {
    accept: '#onetrust-accept-btn-handler,#accept-recommended-btn-handler',
    reject: '#onetrust-reject-all-handler,.ot-pc-refuse-all-handler',
    settings: '#onetrust-pc-btn-handler',
    save: '.save-preference-btn-handler',
    open: '#ot-sdk-btn,.ot-sdk-show-settings,#ot-sdk-btn-floating button',
    withdraw: '.ot-pc-refuse-all-handler',
  },
  cookiebot: {
    accept: '#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll,#CybotCookiebotDialogBodyButtonAccept',
    reject: '#CybotCookiebotDialogBodyButtonDecline',
    settings: '#CybotCookiebotDialogBodyButtonDetails,#CybotCookiebotDialogBodyLevelButtonCustomize',
    save: '#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowallSelection',
    open: '.CookiebotWidget-logo,[href*="Cookiebot.renew"]',
    withdraw: '#CookiebotWidget-btn-withdraw,#CybotCookiebotDialogBodyButtonDecline',
  },
  usercentrics: {
    accept: '[data-testid=uc-accept-all-button],#usercentrics-cmp-ui #accept',
    reject: '[data-testid=uc-deny-all-button],#usercentrics-cmp-ui #deny',
    settings: '[data-testid=uc-more-button]',
    save: '[data-testid=uc-save-button]',
    open: '[data-testid=uc-privacy-button],#usercentrics-privacy-button',
    withdraw: '[data-testid=uc-deny-all-button]',
  },
  didomi: {
    accept: '#didomi-notice-agree-button',
    reject: '#didomi-notice-disagree-button,.didomi-continue-without-agreeing',
  },
  cookieyes: {
    accept: '.cky-btn-accept',
    reject: '.cky-btn-reject',
    settings: '.cky-btn-customize',
    save: '.cky-btn-preferences',
    open: '.cky-btn-revisit',
    withdraw: '.cky-btn-reject',
  },
  webtoffee: {
    accept: '#wt-cli-accept-all-btn,#cookie_action_close_header',
    reject: '#cookie_action_close_header_reject',
  },
  complianz: {
    accept: '.cmplz-btn.cmplz-accept',
    reject: '.cmplz-btn.cmplz-deny',
    settings: '.cmplz-btn.cmplz-view-preferences',
    save: '.cmplz-btn.cmplz-save-preferences',
    open: '.cmplz-manage-consent',
    withdraw: '.cmplz-btn.cmplz-deny',
  },
  borlabs: {
    accept: '[data-cookie-accept-all]',
    reject: '[data-cookie-refuse]',
  },
  osano: {
    accept: '.osano-cm-accept-all',
    reject: '.osano-cm-denyAll',
    open: '.cc-revoke',
    withdraw: '.cc-deny',
  },
  cookieconsent: {
    accept: '#cc-main [data-role=all]',
    reject: '#cc-main [data-role=necessary]',
    settings: '#cc-main .cm [data-role=show]',
    save: '#cc-main .pm [data-role=save]',
    open: '[data-cc=show-preferencesModal],[data-cc=show-consentModal]',
    withdraw: '#cc-main [data-role=necessary]',
  },
  klaro: {
    accept: '.klaro .cookie-notice .cm-btn-success,.klaro .cm-btn-accept-all',
    reject: '.klaro .cn-decline',
    settings: '.klaro .cn-learn-more,.klaro .cm-btn-lern-more',
    save: '.klaro .cm-btn-accept',
    open: '[data-klaro-open]',
    withdraw: '.klaro .cm-btn-decline,.klaro .cn-decline',
  },
  tarteaucitron: {
    accept: '#tarteaucitronPersonalize2',
    reject: '#tarteaucitronAllDenied2',
    settings: '#tarteaucitronCloseAlert',
    save: '#tarteaucitronSaveButton',
    open: '#tarteaucitronIcon button,#tarteaucitronManager',
    withdraw: '#tarteaucitronAllDenied',
  },
  trustarc: {
    accept: '#truste-consent-button',
    reject: '#truste-consent-required',
  },
  iubenda: {
    accept: '.iubenda-cs-accept-btn',
    reject: '.iubenda-cs-reject-btn',
    settings: '.iubenda-cs-customize-btn',
    save: '#purposes-container-save',
    open: '.iubenda-cs-preferences-link,.iubenda-tp-btn',
    withdraw: '.iubenda-cs-reject-btn',
  },
  termly: {
    accept: '[data-tid=banner-accept]',
    reject: '[data-tid=banner-decline]',
  },
  consentmanager: {
    accept: '.cmpboxbtnyes',
    reject: '.cmpboxbtnno',
  },
  civic: {
    accept: '#ccc-notify-accept',
    reject: '#ccc-notify-reject',
  },
  axeptio: {
    accept: '#axeptio_btn_acceptAll',
    reject: '#axeptio_btn_dismiss',
  },
  c15t: {
    open: '[aria-label="Open privacy settings"]',
    withdraw: '[data-testid=consent-dialog-reject]',
  },
};

/** A control of a consent tool. */
export interface KnownControl {
  readonly tool: string;
  readonly action: NoticeAction;
  readonly selector: string;
}

/** Every control that is known by its place in the markup. */
export const KNOWN_CONTROLS: readonly KnownControl[] = Object.entries(TOOLS).flatMap(([tool, selectors]) =>
  Object.entries(selectors).map(([action, selector]) => ({ tool, action: action as NoticeAction, selector })),
);
