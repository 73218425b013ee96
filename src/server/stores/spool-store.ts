import type { ConsentRecord } from '../../model/consent-record.ts';
import { canonicalJson } from '../canonical-json.ts';
import { type ForwarderReport, startForwarder } from './forwarder.ts';
import type { PendingEntry } from './log-store.ts';
import type { PostgresStore } from './postgres-store.ts';
import type { KeptRecord, RecordQuery } from './record-store.ts';
import { openSpool, type Spool } from './spool.ts';
import { spoolConfigs } from './spool-configs.ts';

/** After what a record is acknowledged: its commit on this machine, or that of the database and its standbys. */
export type Acknowledgement = 'local' | 'replicated';

/** How long a receipt waits for its record to get into the log, and a start for its scripts to be known everywhere. */
const FORWARD_WAIT_MS = 3000;
/** How long the end waits for the spool to empty; what is left waits for the next start. */
const CLOSE_WAIT_MS = 5000;

/** The records of a site in the spool that a query asks for. */
async function waitingRecords(
  spool: Spool,
  site: string,
  { consentId, before, beforeId = '' }: RecordQuery,
): Promise<readonly ConsentRecord[]> {
  const end = before === undefined ? Number.POSITIVE_INFINITY : Date.parse(before);
  return (await spool.listRecords(site)).filter((record) => {
    if (consentId !== undefined && record.consentId !== consentId) return false;
    const time = Date.parse(record.receivedAt);
    return time < end || (time === end && record.id < beforeId);
  });
}

/**
 * A store whose records stand in a spool on this machine until a database has committed them. With `local` a record is
 * acknowledged once it is in the spool: the database may be away. What pages need is kept in the spool's file as well.
 */
export function openSpoolStore(
  file: string,
  database: PostgresStore,
  acknowledgement: Acknowledgement,
  report: ForwarderReport,
): PostgresStore {
  const spool = openSpool(file);
  const forwarder = startForwarder(spool, database, report);
  const put = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    forwarder.wake();
    return result;
  };
  // A page that has its scripts from here may send the answer to another server, which asks the database for them.
  const publish = async (work: Promise<void>) => {
    await put(work);
    await forwarder.drained(FORWARD_WAIT_MS);
  };
  const isLocal = acknowledgement === 'local';
  const keepHere = async (record: ConsentRecord): Promise<KeptRecord> => {
    const earlier = await put(spool.keepRecord(record.site, record.id, canonicalJson(record)));
    return earlier ? { record: earlier, isNew: false } : { record, isNew: true };
  };

  async function findWaiting(sites: readonly string[], id: string): Promise<PendingEntry | undefined> {
    if (!(await spool.findRecord(sites, id))) return undefined;
    await forwarder.drained(FORWARD_WAIT_MS);
    const record = await spool.findRecord(sites, id);
    return record && { record, isPending: true };
  }

  return {
    ...database,
    keepRecord: isLocal ? keepHere : database.keepRecord,
    findRecord: async (sites, id) => (await spool.findRecord(sites, id)) ?? database.findRecord(sites, id),
    listRecords: async (site, query) => {
      const waiting = await waitingRecords(spool, site, query);
      const kept = await database.listRecords(site, query);
      // Between the two reads some may have moved from the one to the other.
      const all = new Map([...waiting, ...kept].map((record) => [record.id, record]));
      return [...all.values()]
        .sort((one, other) => {
          const [a, b] = [one.receivedAt + one.id, other.receivedAt + other.id];
          return a < b ? 1 : a > b ? -1 : 0;
        })
        .slice(0, query.limit);
    },
    keepArtefacts: (artefacts) => publish(spool.keepArtefacts(artefacts)),
    publishVersion: (version, now) => publish(spool.publishVersion(version, now)),
    configs: spoolConfigs(spool, database.configs, (change) => publish(spool.publishConfig(change))),
    findArtefact: async (hash) => (await spool.findArtefact(hash)) ?? database.findArtefact(hash),
    findVersion: async (site, configHash, since) =>
      (await spool.findVersion(site, configHash, since)) ?? database.findVersion(site, configHash, since),
    findRevision: async (site, uiRevision) =>
      (await spool.findRevision(site, uiRevision)) ?? database.findRevision(site, uiRevision),
    findEntry: async (sites, id) => (await findWaiting(sites, id)) ?? database.findEntry(sites, id),
    countWaiting: () => spool.size(),
    countQuarantined: () => spool.countQuarantined(),
    check: async () => {
      await spool.size();
      if (!isLocal) await database.check();
    },
    close: async () => {
      await forwarder.drained(CLOSE_WAIT_MS);
      await forwarder.stop();
      await spool.close();
      await database.close();
    },
  };
}
