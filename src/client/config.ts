import type { Question } from '../model/choice-cookie.ts';
import type { RuntimeConfig } from '../model/runtime-config.ts';
import { siteConfig } from './site-config.ts';

/** The browser sends Global Privacy Control and the regime makes it an opt-out; only `true` counts (US-GPC-004). */
export const honoursGpc: boolean =
  siteConfig.regime.gpc === 'deny' &&
  (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true;

/**
 * What the core decides from. Under an opt-out signal nothing optional runs without a word of the visitor's own
 * (US-GPC-001).
 */
export const config: RuntimeConfig & Question = honoursGpc
  ? { ...siteConfig, honoursGpc, regime: { ...siteConfig.regime, mode: 'opt-in' } }
  : siteConfig;
