import type { LocalizedText } from './localized-text.ts';
import type { StandardPurpose } from './purpose.ts';

/** Every way of storing or sending that the scanner can see. */
export const TRACKER_KINDS = [
  'http-cookie',
  'js-cookie',
  'local-storage',
  'session-storage',
  'indexed-db',
  'cache',
  'service-worker',
  'pixel',
  'fingerprint',
] as const;

/** One of {@link TRACKER_KINDS}. */
export type TrackerKind = (typeof TRACKER_KINDS)[number];

/** Whose host stores or receives: the site's own, or somebody else's. */
export type Party = 'first' | 'third';

/** Kinds that are cookies, however they were written. */
export const isCookie = (kind: TrackerKind): boolean => kind === 'http-cookie' || kind === 'js-cookie';

/** What knowledge says of one tracker of a service. */
export interface TrackerDeclaration {
  /** Exact name, or a pattern with `*` where it varies, such as `_pk_id.*`. */
  readonly name: string;
  readonly kind: TrackerKind;
  /** Host that holds it; left out when it lives on the host of the site that uses the service. */
  readonly host?: string;
  /** Only where it differs from the purpose of its service. */
  readonly purpose?: StandardPurpose;
  /** Seconds from writing to expiry; `null` for a session; left out when nobody documents it. */
  readonly lifetimeSeconds?: number | null;
  readonly description: LocalizedText;
}
