import type { Log } from '../log.ts';
import type { SharedConfigs } from './shared-configs.ts';
import type { Site, SiteRegistry } from './site-registry.ts';
import { watchConfig } from './watch-config.ts';

/** What keeps up with configurations, and tells. */
export interface ServeFiles {
  readonly configs?: SharedConfigs | undefined;
  readonly log: Log;
}

/**
 * Serves the configurations of files, then each edit of them and what other servers publish; returns what stops that. Throws
 * CONFIG_* and STORE_FAILED where a file cannot be served at the start.
 */
export async function serveFiles(
  sites: SiteRegistry,
  files: readonly string[],
  { configs, log }: ServeFiles,
): Promise<() => void> {
  const load = async (file: string): Promise<Site> => {
    const site = await sites.load(file);
    if (site.isFromElsewhere)
      log('warn', 'another server published a later configuration than this', { file });
    return site;
  };
  const reload = async (file: string) => {
    try {
      const { version } = await load(file);
      log('info', 'configuration served', { file, configHash: version.configHash });
    } catch (error) {
      const { message } = error as Error;
      log('error', 'configuration refused, the last good one stays', { file, message });
    }
  };
  const follow = async () => {
    try {
      for (const { config, version } of await sites.follow()) {
        const facts = { site: config.site.id, configHash: version.configHash };
        log('info', 'configuration of another server served', facts);
      }
    } catch (error) {
      log('error', 'configuration of another server not served', { message: (error as Error).message });
    }
  };

  for (const file of files) await load(file);
  const stops = files.map((file) => watchConfig(file, () => void reload(file)));
  if (configs) stops.push(configs.watch(() => void follow()));
  return () => {
    for (const stop of stops) stop();
  };
}
