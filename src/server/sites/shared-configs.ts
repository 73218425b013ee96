import type { ResolvedConfig } from '../../model/resolved-config.ts';

/** Which configuration all servers at one database serve: of each site the one that was published last, by the clock of the database. */
export interface SharedConfigs {
  /** That of every site. */
  all(): Promise<readonly ResolvedConfig[]>;
  /** Site → hash of its configuration; a site that nobody published is missing. */
  current(sites: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Whether a configuration of a site was ever published. */
  wasPublished(site: string, configHash: string): Promise<boolean>;
  /** Makes a configuration, whose artefact is kept already, the one that all servers serve. */
  publish(change: ConfigChange): Promise<void>;
  /** Calls back when something may have been published, until it is stopped. */
  watch(onChange: () => void): () => void;
}

/** A configuration that takes the place of another one. */
export interface ConfigChange {
  /** UUID: a change that comes twice counts once. */
  readonly id: string;
  readonly site: string;
  readonly configHash: string;
}
