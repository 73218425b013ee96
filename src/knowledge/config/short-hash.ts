/** FNV-1a over UTF-16 code units, as `length` letters and digits: it tells versions apart and protects nothing. */
export function shortHash(text: string, length: number): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  // The low bits alone mix poorly.
  const mixed = (hash ^ (hash >>> 15)) >>> 0;
  return (mixed % 36 ** length).toString(36).padStart(length, '0');
}
