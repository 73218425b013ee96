/**
 * The runtime as an import: typed, safe on a server, and the base of the adapters.
 * @module
 */
export type { AvowalApi, AvowalEvent, AvowalListener } from '../model/avowal-api.ts';
export type { Answer, Choice } from '../model/choice.ts';
export { avowal as default } from './avowal.ts';
export { type Consent, getConsent, subscribe } from './consent-store.ts';
export { type EmbedOptions, embedMarkup } from './embed.ts';
export type { Gate } from './gate.ts';
export { type LoadOptions, loadAvowal } from './load-avowal.ts';
export { type ScriptOptions, scriptMarkup } from './script.ts';
