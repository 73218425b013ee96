import type { RuntimeConfig } from '../model/runtime-config.ts';

/**
 * What a rewritten page depends on besides the page: it goes into the entity tag, so that a browser which has the page in
 * another version, or from before the rewriting, gets it anew. FNV-1a, 32 bits: it tells versions apart, and protects nothing.
 */
export function pageVersion(config: RuntimeConfig, script: string): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(config) + script) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const suffix = (version: string) => `-av${version}"`;

/** The entity tag of the rewritten page. */
export const addVersion = (etag: string, version: string): string => etag.replace(/"$/, suffix(version));

/** The entity tags of an `If-None-Match` that name this version, as the page itself has them; empty where none does. */
export function takeVersion(ifNoneMatch: string, version: string): string {
  const tags = ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? [];
  return tags
    .filter((tag) => tag.endsWith(suffix(version)))
    .map((tag) => `${tag.slice(0, -suffix(version).length)}"`)
    .join(', ');
}
