import type { RuntimeConfig } from '../model/runtime-config.ts';

declare const AVOWAL_CONFIG: RuntimeConfig;

/** The facts of this site, which stand in the same script before signals and core. */
export const siteConfig: RuntimeConfig = AVOWAL_CONFIG;
