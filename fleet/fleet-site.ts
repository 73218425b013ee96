import type { Config } from '../src/model/config.ts';
import type { Scenario } from '../src/model/inventory.ts';

/** A small site with a named behaviour, and the truth about it. */
export interface FleetSite {
  /** One sentence: what it does right or wrong. */
  readonly about: string;
  /** Path → HTML of the body, or a whole answer. */
  readonly pages: Readonly<Record<string, string | FleetAnswer>>;
  /** What the site declares, where it declares something. */
  readonly config?: Config;
  /** Scenarios beside those of every scan. */
  readonly scenarios?: readonly Scenario[];
  /** By whose rules it is judged, when not by those of the European Union. */
  readonly regime?: string;
  /** Every failure and every thing to look at that an audit must find, as `VERDICT AUDIT SUBJECT`; nothing else may come. */
  readonly expected: readonly string[];
}

/** An answer that is no plain page. */
export interface FleetAnswer {
  readonly type?: string;
  readonly body: string;
  readonly cookies?: readonly string[];
}
