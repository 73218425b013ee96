/**
 * Avowal in Vue: a composable and three components.
 * @module
 */
export type { Consent } from '../consent-store.ts';
export { ConsentEmbed } from './consent-embed.ts';
export { ConsentGate } from './consent-gate.ts';
export { ConsentScript } from './consent-script.ts';
export { useConsent } from './use-consent.ts';
