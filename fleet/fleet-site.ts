import type { Config } from '../src/model/config.ts';
import type { Scenario } from '../src/model/inventory.ts';

/** A small site with a named behaviour, and the truth about it. */
export interface FleetSite {
  /** One sentence: what it does right or wrong. */
  readonly about: string;
  /** Path → HTML of the body, or a whole answer. */
  readonly pages: Readonly<Record<string, string | FleetAnswer>>;
  /** Answers of other companies that this site alone asks: host and path → answer. */
  readonly elsewhere?: Readonly<Record<string, FleetAnswer>>;
  /** The right buttons of its notice; `null` = it asks nothing, so nothing may be clicked. */
  readonly buttons: FleetButtons | null;
  /** Hosts that are another name (CNAME) of another host. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** What the site declares, where it declares something. */
  readonly config?: Config;
  /** Scenarios beside those of every scan. */
  readonly scenarios?: readonly Scenario[];
  /** By whose rules it is judged, when not by those of the European Union. */
  readonly regime?: string;
  /** Every failure and every thing to look at that an audit must find, as `VERDICT AUDIT SUBJECT`; nothing else may come. */
  readonly expected: readonly string[];
}

/** What must be clicked on a site's notice: by the words on the buttons, whatever the scan says of itself. */
export interface FleetButtons {
  /** BCP 47. */
  readonly language: string;
  /** All that must be clicked in a scenario, in order; left out where the notice has no button for it. */
  readonly right: Readonly<Partial<Record<Scenario, readonly string[]>>>;
  /** What may be clicked on the way to a button that is not there. */
  readonly mayOpen?: readonly string[];
}

/** An answer that is no plain page. */
export interface FleetAnswer {
  readonly type?: string;
  readonly body: string;
  readonly cookies?: readonly string[];
}
