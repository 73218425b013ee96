/**
 * Avowal in React: a hook and three components.
 * @module
 */
export type { Consent } from '../consent-store.ts';
export { ConsentEmbed, type ConsentEmbedProps } from './consent-embed.ts';
export { ConsentGate, type ConsentGateProps } from './consent-gate.ts';
export { ConsentScript } from './consent-script.ts';
export { useConsent } from './use-consent.ts';
