import type { StandardPurpose } from '../model/purpose.ts';

/** What one vendor is told: one file each in `signals/`, whose code has the same name in `client/signals`. */
export interface SignalFacts {
  /** Kebab-case, equal to its file name and to its key in the configuration. */
  readonly id: string;
  readonly name: string;
  /**
   * The vendor's names for the kinds of consent that it knows, and the standard purpose behind each; `null` waits for
   * nothing. `purposes` = one kind for each purpose of the site, under its id.
   */
  readonly kinds: Readonly<Record<string, StandardPurpose | null>> | 'purposes';
  /** The calls: before an answer, on yes, on no and withdrawal. */
  readonly told: { readonly before: string; readonly yes: string; readonly no: string };
  /** What becomes of calls that the page makes while the vendor's script waits. */
  readonly waiting: { readonly replayed: boolean; readonly how: string };
  /** Ids of the rules that it follows. */
  readonly rules: readonly string[];
  /** The vendor's own page. */
  readonly source: string;
}
