import type { BrowserBundles } from '../sites/browser-bundles.ts';

/** Scripts small enough to look at. */
export const FIXTURE_BUNDLES: BrowserBundles = {
  core: 'globalThis.core=AVOWAL_CONFIG',
  guard: 'globalThis.guard=AVOWAL_GUARD',
  preload: 'globalThis.preload=AVOWAL_PRELOAD',
  ui: 'globalThis.ui=AVOWAL_NOTICE',
  details: 'globalThis.details=AVOWAL_DETAILS',
  debug: 'globalThis.debug=1',
  handover: '',
  strict: 'globalThis.core=2',
  signals: {},
};
