/**
 * Avowal in Svelte: two stores, and attachments for frames and scripts.
 * @module
 */
export type { Consent } from '../consent-store.ts';
export { type Attachment, consentEmbed, consentScript } from './attachments.ts';
export { consent, granted, type Readable } from './stores.ts';
