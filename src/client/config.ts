import type { Question } from '../model/choice-cookie.ts';
import type { RuntimeConfig } from '../model/runtime-config.ts';
import { cookiesAtStart } from './cookies.ts';
import { siteConfig } from './site-config.ts';

/** The browser sends Global Privacy Control and the regime makes it an opt-out; only `true` counts (US-GPC-004). */
export const honoursGpc: boolean =
  (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true &&
  siteConfig.regime.gpc === 'deny';

/** What the core decides from. */
export const config: RuntimeConfig & Question = Object.assign(siteConfig, { honoursGpc });

/** Lets nothing optional run without a word of the visitor's own, whatever the regime (US-GPC-001). */
export const askFirst = (): unknown => Object.assign(config.regime, { mode: 'opt-in' });

/** What the cookie holds once everything was refused and no answer could be made of it: see refuse.ts. */
export const REFUSAL = 'avowal=0';

/** What the visitor has said without being asked in this page, and what the UI makes an answer of as soon as it is there. */
export const saidBefore: 'gpc' | 'reject' | false = honoursGpc
  ? 'gpc'
  : cookiesAtStart.includes(REFUSAL) && 'reject';

if (saidBefore) askFirst();
