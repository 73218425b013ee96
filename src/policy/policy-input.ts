import type { ResolvedConfig } from '../model/resolved-config.ts';

/** What a policy is made from. */
export interface PolicyInput {
  readonly config: ResolvedConfig;
  /** BCP 47 tag; without texts of its own it falls back as `findLocale` does. */
  readonly locale: string;
  /** SHA-256 (hex) of the configuration that the notice was built from (POL-007). */
  readonly configHash: string;
  /** ISO 8601: since when this version stands. */
  readonly updatedAt: string;
  /** Address of the site's script, which makes the controls of the page work. */
  readonly runtimeUrl: string;
  /** ISO 8601: end of the last scan; `null` when none is known. */
  readonly scannedAt: string | null;
  /** `false` where the site has no server, which would hand choices over between its domains. */
  readonly hasServer?: boolean;
}
