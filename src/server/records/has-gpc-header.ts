/**
 * Whether a browser sent Global Privacy Control as a header: `Sec-GPC` is exactly `1`, everything else is ignored (GPC
 * draft, "The Sec-GPC Header Field"). A header that was sent twice arrives as a list.
 */
export const hasGpcHeader = (headers: Headers): boolean =>
  (headers.get('sec-gpc') ?? '').split(',').some((value) => value.trim() === '1');
