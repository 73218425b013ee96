import type { Observation } from '../observation.ts';

const placeOf = ({ host, name }: Observation) => `${host}\0${name}`;

/**
 * The browser tells every tab of an origin what one of them keeps in local storage: it is laid to the pages whose scripts
 * were seen to write it, and to the first one where none was.
 */
export function layToWriters(pages: readonly (readonly Observation[])[]): Observation[][] {
  const local = pages.map((page) => page.filter(({ kind }) => kind === 'local-storage'));
  const written = new Set(
    local.flatMap((page) => page.filter(({ initiators }) => initiators.length > 0).map(placeOf)),
  );
  return pages.map((page) =>
    page.filter((seen) => {
      if (seen.kind !== 'local-storage' || seen.initiators.length > 0) return true;
      const place = placeOf(seen);
      if (written.has(place)) return false;
      written.add(place);
      return true;
    }),
  );
}
