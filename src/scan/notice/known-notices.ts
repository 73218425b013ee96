import { KNOWN_REOPENERS } from './known-reopeners.ts';
import { KNOWN_SETTINGS } from './known-settings.ts';
import type { NoticeAction } from './notice-action.ts';

/** Where a consent tool keeps its buttons: facts from the tools' own markup. */
interface KnownNotice {
  readonly tool: string;
  readonly accept: string;
  readonly reject: string;
}

/** Avowal's own first, then common tools. */
const KNOWN_NOTICES: readonly KnownNotice[] = [
  {
    tool: 'avowal',
    accept: '[data-avowal-action=accept]',
    reject: '[data-avowal-action=reject]',
  },
  {
    tool: 'onetrust',
    accept: '#onetrust-accept-btn-handler,#accept-recommended-btn-handler',
    reject: '#onetrust-reject-all-handler,.ot-pc-refuse-all-handler',
  },
  {
    tool: 'cookiebot',
    accept: '#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll,#CybotCookiebotDialogBodyButtonAccept',
    reject: '#CybotCookiebotDialogBodyButtonDecline',
  },
  {
    tool: 'usercentrics',
    accept: '[data-testid=uc-accept-all-button],#usercentrics-cmp-ui #accept',
    reject: '[data-testid=uc-deny-all-button],#usercentrics-cmp-ui #deny',
  },
  {
    tool: 'didomi',
    accept: '#didomi-notice-agree-button',
    reject: '#didomi-notice-disagree-button,.didomi-continue-without-agreeing',
  },
  { tool: 'cookieyes', accept: '.cky-btn-accept', reject: '.cky-btn-reject' },
  {
    tool: 'webtoffee',
    accept: '#wt-cli-accept-all-btn,#cookie_action_close_header',
    reject: '#cookie_action_close_header_reject',
  },
  { tool: 'complianz', accept: '.cmplz-btn.cmplz-accept', reject: '.cmplz-btn.cmplz-deny' },
  { tool: 'borlabs', accept: '[data-cookie-accept-all]', reject: '[data-cookie-refuse]' },
  { tool: 'osano', accept: '.osano-cm-accept-all', reject: '.osano-cm-denyAll' },
  {
    tool: 'cookieconsent',
    accept: '#cc-main [data-role=all]',
    reject: '#cc-main [data-role=necessary]',
  },
  {
    tool: 'klaro',
    accept: '.klaro .cookie-notice .cm-btn-success,.klaro .cm-btn-accept-all',
    reject: '.klaro .cn-decline',
  },
  {
    tool: 'tarteaucitron',
    accept: '#tarteaucitronPersonalize2',
    reject: '#tarteaucitronAllDenied2',
  },
  { tool: 'trustarc', accept: '#truste-consent-button', reject: '#truste-consent-required' },
  { tool: 'iubenda', accept: '.iubenda-cs-accept-btn', reject: '.iubenda-cs-reject-btn' },
  { tool: 'termly', accept: '[data-tid=banner-accept]', reject: '[data-tid=banner-decline]' },
  { tool: 'consentmanager', accept: '.cmpboxbtnyes', reject: '.cmpboxbtnno' },
  { tool: 'civic', accept: '#ccc-notify-accept', reject: '#ccc-notify-reject' },
  { tool: 'axeptio', accept: '#axeptio_btn_acceptAll', reject: '#axeptio_btn_dismiss' },
];

/** A control of a consent tool. */
export interface KnownControl {
  readonly tool: string;
  readonly action: NoticeAction;
  readonly selector: string;
}

/** Every control that is known by its place in the markup. */
export const KNOWN_CONTROLS: readonly KnownControl[] = [
  ...KNOWN_NOTICES,
  ...KNOWN_SETTINGS,
  ...KNOWN_REOPENERS,
].flatMap(({ tool, ...selectors }) =>
  Object.entries(selectors).map(([action, selector]) => ({
    tool,
    action: action as NoticeAction,
    selector,
  })),
);
