import type { RuntimeConfig } from '../model/runtime-config.ts';
import { createServiceFinder } from './find-optional-service.ts';
import { gateLinkHeader } from './gate-link-header.ts';
import { addVersion } from './page-version.ts';
import { refreshAddress } from './refresh-address.ts';

/** Headers of the page as it was that are not true of the rewritten one. */
const UNTRUE = ['content-length', 'accept-ranges', 'content-md5', 'digest', 'content-digest', 'repr-digest'];

/** What to do to headers: a new value, or `undefined` to take one away. */
export type HeaderChanges = Readonly<Record<string, string | undefined>>;

/** Whether an answer with these headers is a page that can be rewritten; one in UTF-16 does not extend ASCII. */
export const isPage = (contentType: string): boolean =>
  /^\s*text\/html\s*(;|$)/i.test(contentType) && !/charset\s*=\s*["']?utf-?16/i.test(contentType);

/**
 * What to change in the headers of a page: nothing in them may call an optional service, and its entity tag names the version
 * of the rewriting. Without a `version` each answer differs, so that nothing may be compared with an earlier one.
 */
export function gateHeaders(
  config: RuntimeConfig,
  url: string,
  version: string | undefined,
  read: (name: string) => string | undefined,
): HeaderChanges {
  const { find } = createServiceFinder(config);
  const isBlocked = (address: string) => find(address, url) !== undefined;
  const etag = read('etag');
  const refresh = refreshAddress(read('refresh') ?? '');
  const rules = read('speculation-rules') ?? '';
  const link = read('link');
  const gatedLink = link && gateLinkHeader(link, (address) => find(address, url));
  return {
    ...Object.fromEntries(UNTRUE.map((name) => [name, undefined])),
    ...(etag && { etag: version === undefined ? undefined : addVersion(etag, version) }),
    // A date says nothing of the version.
    'last-modified': undefined,
    ...(link !== gatedLink && { link: gatedLink || undefined }),
    ...(refresh !== undefined && isBlocked(refresh) && { refresh: undefined }),
    ...([...rules.matchAll(/"([^"]*)"/g)].some(([, address]) => isBlocked(address ?? '')) && {
      'speculation-rules': undefined,
    }),
  };
}
