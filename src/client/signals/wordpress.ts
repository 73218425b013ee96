import { note } from '../debug/debug-log.ts';
import { addSignal, answersFor, attempt, type IsGranted } from '../signal.ts';
import { siteConfig as config } from '../site-config.ts';

type Page = { wp_consent_type?: string; wp_set_consent?: (category: string, value: string) => void };
const page = window as Page;

function tell(isGranted: IsGranted): void {
  // WordPress prints the API's script late in the page.
  if (!page.wp_set_consent) {
    if (document.readyState !== 'complete')
      addEventListener('load', () => attempt(() => tell(isGranted)), { once: true });
    return;
  }
  for (const [category, yes] of Object.entries(answersFor('wordpress', isGranted))) {
    const value = yes ? 'allow' : 'deny';
    page.wp_set_consent(category, value);
    note('signal', ['wordpress', category, value]);
  }
}

/** WordPress' consent API: the type before plugins ask for it, then every category (VND-WP-001). */
addSignal({
  start() {
    page.wp_consent_type = config.regime.mode === 'opt-in' ? 'optin' : 'optout';
    document.dispatchEvent(new CustomEvent('wp_consent_type_defined'));
  },
  update: tell,
});
