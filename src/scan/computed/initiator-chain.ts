import type { Initiator } from '../../model/inventory.ts';
import type { LoggedRequest, RawInitiator } from '../page/network-log.ts';

/** Long enough to tell who is behind something: tag manager → tag → pixel → redirect. */
const MOST_LINKS = 6;

/** A URL without query and fragment, which may carry a visitor's data; what is not a URL stays as it is. */
export const withoutQuery = (url: string): string => url.replace(/[?#].*$/s, '').slice(0, 2048);

function toInitiator({ url, line, column, functionName }: RawInitiator): Initiator {
  return {
    url: withoutQuery(url),
    ...(line !== undefined && { line: line + 1 }),
    ...(column !== undefined && { column: column + 1 }),
    ...(functionName && { functionName: functionName.slice(0, 200) }),
  };
}

/** The request that brought a script or document here. */
const requestFor = (requests: readonly LoggedRequest[], url: string) =>
  requests.find(({ hops }) => hops.some((hop) => withoutQuery(hop.url) === url));

/** Nearest cause first, one entry for each file: then who loaded that file, and so on. */
export function initiatorChain(
  requests: readonly LoggedRequest[],
  causes: readonly RawInitiator[],
  redirects: readonly string[] = [],
): Initiator[] {
  const chain: Initiator[] = [];
  const known = new Set<string>();
  const add = (initiator: Initiator) => {
    if (known.has(initiator.url) || chain.length >= MOST_LINKS) return;
    known.add(initiator.url);
    chain.push(initiator);
  };
  for (const url of redirects.toReversed()) add({ url: withoutQuery(url) });
  let next = causes;
  while (next.length > 0 && chain.length < MOST_LINKS) {
    const before = chain.length;
    for (const cause of next) add(toInitiator(cause));
    const last = chain.at(-1);
    if (chain.length === before || !last) break;
    next = requestFor(requests, last.url)?.causes ?? [];
  }
  return chain;
}

/** The chain of one hop of a request. */
export const initiatorsOf = (
  requests: readonly LoggedRequest[],
  request: LoggedRequest,
  hop = 0,
): Initiator[] =>
  initiatorChain(
    requests,
    request.causes,
    request.hops.slice(0, hop).map(({ url }) => url),
  );
