/** The queue of Google's tag, and how to speak to it. */
export const GTAG = `window.dataLayer = window.dataLayer || [];
function gtag() { dataLayer.push(arguments); }
const kinds = (state) => ({ ad_storage: state, ad_user_data: state, ad_personalization: state, analytics_storage: state });`;

/**
 * Stands in for Google's tag: works the queue off, keeps the last word on each kind, and tells its own company with every
 * visit what it was told.
 */
export const TAG_SCRIPT = `{
  const state = {};
  for (const entry of dataLayer)
    if (entry[0] === 'consent' && (entry[1] === 'update' || !entry[2].region)) Object.assign(state, entry[2]);
  const bit = (kind) => (state[kind] === 'granted' ? 1 : 0);
  if (bit('analytics_storage')) document.cookie = '_ga=GA1.1.7.9; max-age=31536000; path=/; secure; samesite=lax';
  const letter = (kind) => (bit(kind) ? 'r' : 'p');
  const gcd = '13' + ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'].map(letter).join('3') + '5';
  fetch('https://www.google-analytics.com/g/collect?v=2&gcs=G1' + bit('ad_storage') + bit('analytics_storage') + '&gcd=' + gcd, { method: 'POST', mode: 'no-cors', keepalive: true });
}`;

/** Loads the tag and lets it measure. */
export const TAG: string =
  '<script>gtag("js", new Date()); gtag("config", "G-FLEET");</script><script src="https://www.googletagmanager.com/gtag/js"></script>';
