import type { Question } from '../../model/choice-cookie.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';

/** Names of everything that visitors were shown from one publication of a site to the next. */
export interface PublishedVersion {
  readonly site: string;
  /** SHA-256 (hex) of the canonical JSON of the resolved configuration. */
  readonly configHash: string;
  /** SHA-256 (hex) of core and UI bundle. */
  readonly bundleHash: string;
  readonly uiRevision: string;
  /** Locale → SHA-256 (hex) of the exact texts shown. */
  readonly notices: Readonly<Record<string, string>>;
  /** ISO 8601. */
  readonly firstPublishedAt: string;
}

/** A publication with the configuration that it names. */
export interface SiteVersion extends PublishedVersion {
  readonly config: ResolvedConfig;
  /** What a choice cookie of this version answers. */
  readonly question: Question;
}
