/** An address in a style sheet, and the piece of its text that is to go when it may not be loaded. */
export interface CssAddress {
  readonly url: string;
  /** Of an `@import` the piece begins with its `@`. */
  readonly start: number;
  readonly end: number;
}

/** Functions whose strings are addresses. */
const LOADING_FUNCTIONS = new Set(['src', 'image', 'image-set', '-webkit-image-set']);

const SPACE = /[\t\n\f\r ]/;
/** What ends a line, and with it a string (CSS Syntax §3.3). */
const NEWLINE = /[\n\f\r]/;
const NAME = /[\w\-\x80-\uffff]/;

/**
 * The addresses that a style sheet, or the value of a `style` attribute, makes a browser load: `url()` in both forms, the
 * strings of `image-set()` and of `@import`. Reads tokens as CSS Syntax §4 does: escapes count, comments and other strings
 * do not.
 */
export function cssAddresses(css: string): CssAddress[] {
  const found: CssAddress[] = [];
  const open: string[] = [];
  /** Where an `@import` begins whose address comes next; -1 = none does. */
  let imports = -1;
  let i = 0;

  const at = (index: number) => css[index] ?? '';
  const skipSpace = () => {
    while (SPACE.test(at(i))) i++;
  };
  /** Reads an escape at a backslash. */
  const readEscape = (): string => {
    i++;
    const hex = /^[0-9a-f]{1,6}/i.exec(css.slice(i, i + 6))?.[0];
    if (hex === undefined) return at(i++);
    i += hex.length;
    if (at(i) === '\r' && at(i + 1) === '\n') i++;
    if (SPACE.test(at(i))) i++;
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  };
  const readName = (): string => {
    let name = '';
    while (i < css.length) {
      if (at(i) === '\\' && !NEWLINE.test(at(i + 1))) name += readEscape();
      else if (NAME.test(at(i))) name += css[i++];
      else break;
    }
    return name.toLowerCase();
  };
  const readString = (): string => {
    const quote = at(i++);
    let text = '';
    while (i < css.length && at(i) !== quote && !NEWLINE.test(at(i))) {
      if (at(i) !== '\\') text += css[i++];
      else if (NEWLINE.test(at(i + 1))) i += css.startsWith('\r\n', i + 1) ? 3 : 2;
      else text += readEscape();
    }
    if (at(i) === quote) i++;
    return text;
  };
  /** The rest of `url(` whose address stands in quotes; modifiers may follow it. */
  const readQuotedUrl = (start: number) => {
    const url = readString();
    for (let depth = 1; i < css.length && depth > 0; ) {
      if (/["']/.test(at(i))) readString();
      else if (at(i) === '\\') readEscape();
      else if (at(i++) === '(') depth++;
      else if (at(i - 1) === ')') depth--;
    }
    found.push({ url, start, end: Math.min(i, css.length) });
  };
  /** The rest of `url(` whose address stands without quotes. */
  const readUrl = (start: number) => {
    let url = '';
    let isBad = false;
    while (i < css.length && at(i) !== ')') {
      if (at(i) === '\\') {
        url += readEscape();
        continue;
      }
      if (SPACE.test(at(i))) {
        skipSpace();
        isBad ||= i < css.length && at(i) !== ')';
        continue;
      }
      isBad ||= /["'(]/.test(at(i));
      url += css[i++];
    }
    i++;
    if (!isBad) found.push({ url, start, end: Math.min(i, css.length) });
  };

  while (i < css.length) {
    const start = i;
    const character = at(i);
    if (character === '/' && at(i + 1) === '*') {
      const end = css.indexOf('*/', i + 2);
      i = end < 0 ? css.length : end + 2;
      continue;
    }
    if (SPACE.test(character)) {
      i++;
      continue;
    }
    if (character === '"' || character === "'") {
      const url = readString();
      if (imports >= 0 || LOADING_FUNCTIONS.has(open.at(-1) ?? ''))
        found.push({ url, start: imports < 0 ? start : imports, end: Math.min(i, css.length) });
    } else if (character === '@') {
      i++;
      imports = readName() === 'import' ? start : -1;
      continue;
    } else if (character === '\\' || NAME.test(character)) {
      const name = readName();
      if (i === start) i++;
      else if (at(i) === '(') {
        i++;
        if (name !== 'url') open.push(name);
        else {
          skipSpace();
          const from = imports < 0 ? start : imports;
          if (/["']/.test(at(i))) readQuotedUrl(from);
          else readUrl(from);
        }
      }
    } else {
      i++;
      if (character === '(') open.push('');
      else if (character === ')') open.pop();
    }
    imports = -1;
  }
  return found;
}
