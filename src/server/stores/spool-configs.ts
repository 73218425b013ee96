import type { SharedConfigs } from '../sites/shared-configs.ts';
import type { Spool } from './spool.ts';

/**
 * Shared configurations of a server that goes on while the database is away: then it serves what it served last, and what is
 * published here goes through the spool. `publish` puts a change there.
 */
export const spoolConfigs = (
  spool: Spool,
  database: SharedConfigs,
  publish: SharedConfigs['publish'],
): SharedConfigs => ({
  all: database.all,
  current: async (sites) => {
    const own = await spool.waitingConfigs(sites);
    const shared = await database.current(sites).catch(() => spool.servedConfigs(sites));
    // What waits here will be the last one as soon as the database gets it.
    return new Map([...shared, ...own]);
  },
  wasPublished: (site, configHash) =>
    database
      .wasPublished(site, configHash)
      .catch(async () => (await spool.findVersion(site, configHash, new Date(0))) !== undefined),
  publish,
  watch: database.watch,
});
