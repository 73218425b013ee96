import type { RuntimeService } from '../../model/runtime-config.ts';
import { blockedService } from '../block/blocked-service.ts';

/** CSS without any of this loads nothing. */
const MAY_LOAD = /url\(|@import|image-set\(/i;

/** An address in CSS: `url(…)`, with quotes or without, or a text. Data need not be looked at. */
const ADDRESS = /url\(\s*(["']?)(?!data:)(.*?)\1\s*\)|(["'])(?!data:)(.*?)\3/gi;

/** The blocked service that CSS would call, if any. */
export function blockedInCss(css: string): RuntimeService | undefined {
  if (!MAY_LOAD.test(css)) return undefined;
  return [...css.matchAll(ADDRESS)].map(([, , url, , text]) => blockedService(url ?? text)).find(Boolean);
}

/**
 * CSS in which nothing calls a blocked service: `none` stands in the place of an address, as in rewritten pages. It is valid where
 * an image may stand; elsewhere the declaration does not count, and loads nothing either.
 */
export function gatedCss(css: unknown): string {
  const text = String(css);
  if (!MAY_LOAD.test(text)) return text;
  return text.replace(ADDRESS, (whole, _, url, __, quoted) =>
    blockedService(url ?? quoted) ? 'none' : whole,
  );
}
