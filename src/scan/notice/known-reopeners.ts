/** Where a consent tool lets a visitor change the answer: facts from the tools' own markup. */
interface KnownReopener {
  readonly tool: string;
  /** Opens the settings again. */
  readonly open: string;
  /** Takes everything back, in what then opens. */
  readonly withdraw: string;
}

/** Avowal's own first, then common tools. */
export const KNOWN_REOPENERS: readonly KnownReopener[] = [
  { tool: 'avowal', open: '[data-avowal-action=open]', withdraw: '[data-avowal-action=withdraw]' },
  {
    tool: 'onetrust',
    open: '#ot-sdk-btn,.ot-sdk-show-settings,#ot-sdk-btn-floating button',
    withdraw: '.ot-pc-refuse-all-handler',
  },
  {
    tool: 'cookiebot',
    open: '.CookiebotWidget-logo,[href*="Cookiebot.renew"]',
    withdraw: '#CookiebotWidget-btn-withdraw,#CybotCookiebotDialogBodyButtonDecline',
  },
  {
    tool: 'usercentrics',
    open: '[data-testid=uc-privacy-button],#usercentrics-privacy-button',
    withdraw: '[data-testid=uc-deny-all-button]',
  },
  { tool: 'cookieyes', open: '.cky-btn-revisit', withdraw: '.cky-btn-reject' },
  { tool: 'complianz', open: '.cmplz-manage-consent', withdraw: '.cmplz-btn.cmplz-deny' },
  { tool: 'osano', open: '.cc-revoke', withdraw: '.cc-deny' },
  {
    tool: 'cookieconsent',
    open: '[data-cc=show-preferencesModal],[data-cc=show-consentModal]',
    withdraw: '#cc-main [data-role=necessary]',
  },
  { tool: 'klaro', open: '[data-klaro-open]', withdraw: '.klaro .cm-btn-decline,.klaro .cn-decline' },
  {
    tool: 'tarteaucitron',
    open: '#tarteaucitronIcon button,#tarteaucitronManager',
    withdraw: '#tarteaucitronAllDenied',
  },
  {
    tool: 'c15t',
    open: '[aria-label="Open privacy settings"]',
    withdraw: '[data-testid=consent-dialog-reject]',
  },
  {
    tool: 'iubenda',
    open: '.iubenda-cs-preferences-link,.iubenda-tp-btn',
    withdraw: '.iubenda-cs-reject-btn',
  },
];

/** What a control that opens the settings says, in lower case, without punctuation. */
export const REOPEN_TEXTS: readonly string[] = [
  'cookie settings',
  'cookies settings',
  'cookie preferences',
  'privacy settings',
  'privacy preferences',
  'consent settings',
  'consent preferences',
  'manage cookies',
  'manage consent',
  'change consent',
  'change your consent',
  'your privacy choices',
  'cookie einstellungen',
  'datenschutzeinstellungen',
  'datenschutz einstellungen',
  'einwilligung ändern',
  'cookies verwalten',
  'gérer les cookies',
  'gestion des cookies',
  'paramètres des cookies',
  'configurar cookies',
  'configuración de cookies',
  'preferencias de cookies',
  'impostazioni cookie',
  'gestisci cookie',
  'preferenze cookie',
  'cookie instellingen',
  'cookievoorkeuren',
  'definições de cookies',
  'gerir cookies',
  'ustawienia cookies',
  'ustawienia plików cookie',
  'nastavení cookies',
  'cookie indstillinger',
  'cookieindstillinger',
  'cookieinställningar',
];

/** What a control that takes a consent back says. */
export const WITHDRAW_TEXTS: readonly string[] = [
  'withdraw consent',
  'withdraw my consent',
  'withdraw your consent',
  'withdraw all',
  'withdraw',
  'revoke consent',
  'einwilligung widerrufen',
  'einwilligungen widerrufen',
  'alle widerrufen',
  'widerrufen',
  'retirer mon consentement',
  'retirer le consentement',
  'retirar consentimiento',
  'revoca consenso',
  'revoca il consenso',
  'toestemming intrekken',
  'retirar consentimento',
  'wycofaj zgodę',
  'odvolat souhlas',
  'træk samtykke tilbage',
  'återkalla samtycke',
];
