const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13 && code !== 11);

/** Whether a character ends the name of a tag (HTML §13.2.5.8). */
export const endsTagName = (code: number): boolean => isSpace(code) || code === 47 || code === 62;

/** Where a tag ends. */
export interface TagEnd {
  readonly end: number;
  readonly nameEnd: number;
  readonly isSelfClosing: boolean;
  /** It has an attribute that may load something in any element: a name like `style` or `ping`. */
  readonly mayLoad: boolean;
}

/** Told the places of each attribute: its name, its value without quotes, and its end. */
export type OnAttribute = (
  start: number,
  nameEnd: number,
  valueStart: number,
  valueEnd: number,
  end: number,
) => void;

/**
 * Finds the end of a tag whose name begins at `start`, by the states of HTML §13.2.5.8 to 13.2.5.40: a `>` in a quoted
 * value does not end it. `undefined` while it is not all there.
 */
export function findTagEnd(html: string, start: number, onAttribute?: OnAttribute): TagEnd | undefined {
  let i = start;
  let mayLoad = false;
  const { length } = html;
  while (i < length && !endsTagName(html.charCodeAt(i))) i++;
  const nameEnd = i;
  let slash = -1;
  while (i < length) {
    const code = html.charCodeAt(i);
    if (code === 62) return { end: i + 1, nameEnd, isSelfClosing: slash === i - 1, mayLoad };
    if (isSpace(code) || code === 47) {
      if (code === 47) slash = i;
      i++;
      continue;
    }
    const name = i;
    const first = code | 32;
    mayLoad ||= first === 115 || first === 112;
    // The first character belongs to the name, even an equals sign.
    i++;
    while (i < length && !endsTagName(html.charCodeAt(i)) && html.charCodeAt(i) !== 61) i++;
    const end = i;
    while (isSpace(html.charCodeAt(i))) i++;
    if (html.charCodeAt(i) !== 61) {
      onAttribute?.(name, end, end, end, end);
      continue;
    }
    i++;
    while (isSpace(html.charCodeAt(i))) i++;
    const quote = html.charCodeAt(i);
    if (quote === 34 || quote === 39) {
      const close = html.indexOf(quote === 34 ? '"' : "'", i + 1);
      if (close < 0) return undefined;
      onAttribute?.(name, end, i + 1, close, close + 1);
      i = close + 1;
    } else {
      const value = i;
      while (i < length && !isSpace(html.charCodeAt(i)) && html.charCodeAt(i) !== 62) i++;
      onAttribute?.(name, end, value, i, i);
    }
  }
  return undefined;
}
