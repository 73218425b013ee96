const SPACE = /[\t\n\f\r ]/;

/** The addresses in a `srcset` (HTML §4.8.4.2.2): commas may stand in an address, and end it only before a space. */
export function readSrcset(value: string): string[] {
  const urls: string[] = [];
  let i = 0;
  while (i < value.length) {
    while (i < value.length && (value[i] === ',' || SPACE.test(value[i] as string))) i++;
    const start = i;
    while (i < value.length && !SPACE.test(value[i] as string)) i++;
    const url = value.slice(start, i);
    const bare = url.replace(/,+$/, '');
    if (bare) urls.push(bare);
    if (bare !== url) continue;
    // Descriptors, until a comma outside parentheses.
    for (let isOpen = false; i < value.length && (isOpen || value[i] !== ','); i++) {
      if (value[i] === '(') isOpen = true;
      else if (value[i] === ')') isOpen = false;
    }
  }
  return urls;
}
