import type { Observation, PageRecord } from '../observation.ts';
import type { Tab } from './open-tabs.ts';
import type { ScanSession } from './start-session.ts';
import { readStored } from './stored-state.ts';

/** Keys of local storage that are there although the page did not write them: an earlier page left them. */
export async function leftInStorage(
  session: ScanSession,
  tab: Tab,
  { observations }: PageRecord,
): Promise<Observation[]> {
  const time = Date.now();
  return (await readStored(session, tab))
    .filter(({ kind, name }) => kind === 'local-storage' && !observations.some((seen) => seen.name === name))
    .map(({ name, host, valueBytes, valueHash }) => ({
      kind: 'local-storage',
      name,
      host,
      lifetimeSeconds: null,
      valueBytes,
      valueHash,
      time,
      initiators: [],
    }));
}
