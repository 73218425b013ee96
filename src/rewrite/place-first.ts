import { findTagEnd } from './tag-end.ts';

const META = '<meta';

/** The end of a `<meta>` behind `index` that says the encoding, else `index`; `undefined` while it cannot be told. */
function behindEncoding(html: string, index: number, isLast: boolean): number | undefined {
  let open = index;
  while (/\s/.test(html[open] ?? '')) open++;
  const piece = html.slice(open, open + META.length).toLowerCase();
  if (piece.length < META.length && META.startsWith(piece) && !isLast) return undefined;
  if (piece !== META) return index;
  const tag = findTagEnd(html, open + 1);
  if (!tag) return isLast ? index : undefined;
  return html.slice(open, tag.end).toLowerCase().includes('charset') ? tag.end : index;
}

/**
 * Where `first` goes in a head that begins at `index`: there, or behind the encoding of the page if that is said first,
 * which browsers look for in the first 1,024 bytes (HTML §13.2.3.2). -1 = it stands there already; `undefined` while it
 * cannot be told.
 */
export function placeFirst(html: string, index: number, first: string, isLast: boolean): number | undefined {
  const place = behindEncoding(html, index, isLast);
  if (place === undefined) return undefined;
  const found = html.slice(place, place + first.length);
  if (found === first) return -1;
  return first.startsWith(found) && !isLast ? undefined : place;
}
