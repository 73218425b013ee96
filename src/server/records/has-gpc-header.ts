import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a browser sent Global Privacy Control as a header: `Sec-GPC` is exactly `1`, everything else is ignored (GPC
 * draft, "The Sec-GPC Header Field"). A header that was sent twice arrives as a list.
 */
export const hasGpcHeader = (headers: IncomingHttpHeaders): boolean =>
  String(headers['sec-gpc'] ?? '')
    .split(',')
    .some((value) => value.trim() === '1');
