import type { Observation } from '../observation.ts';

const placeOf = ({ host, name }: Observation) => `${host}\0${name}`;
const isLocal = ({ kind }: Observation) => kind === 'local-storage';
const isExplained = ({ initiators }: Observation) => initiators.length > 0;

/** What other tabs saw while a page was open. */
export interface SeenBeside {
  /** What pages before it in the order of the scan were found to have stored. */
  readonly before: readonly Observation[];
  /** What tabs saw whose pages come after it. */
  readonly beside: readonly Observation[];
}

/**
 * The browser tells every tab of an origin what one of them keeps in local storage: it is laid to the pages whose scripts
 * were seen to write it, and to the first one where none was. Leaves of what one page's tab saw what is the page's own.
 */
export function layToWriters(page: readonly Observation[], { before, beside }: SeenBeside): Observation[] {
  const explained = [...page, ...beside].filter(isExplained);
  const written = new Set([...before, ...explained].filter(isLocal).map(placeOf));
  return page.filter((seen) => {
    if (!isLocal(seen) || isExplained(seen)) return true;
    const place = placeOf(seen);
    if (written.has(place)) return false;
    written.add(place);
    return true;
  });
}
