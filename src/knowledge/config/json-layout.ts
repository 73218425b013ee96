/** Where a value stands in JSON text: `end` is behind its last character. */
export interface JsonLayout {
  readonly start: number;
  readonly end: number;
  /** Members of an object, in order. */
  readonly members?: ReadonlyMap<string, JsonLayout>;
  /** Items of an array. */
  readonly items?: readonly JsonLayout[];
}

const SPACE = /[ \t\r\n\uFEFF]*/y;
const SCALAR = /"(?:[^"\\]|\\.)*"|[^\s,\]}]+/y;

/** Finds out where each value stands; `text` must be JSON without problems. */
export function layOutJson(text: string): JsonLayout {
  let at = 0;
  const read = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const next = () => {
    read(SPACE);
    return text[at];
  };
  /** Reads what stands between brackets, one entry after another. */
  function readEntries(close: string, readEntry: () => void): void {
    at += 1;
    while (next() !== close) {
      readEntry();
      if (next() === ',') at += 1;
    }
    at += 1;
  }
  function readValue(): JsonLayout {
    const first = next();
    const start = at;
    if (first === '{') {
      const members = new Map<string, JsonLayout>();
      readEntries('}', () => {
        const key = JSON.parse(read(SCALAR)) as string;
        next();
        at += 1;
        members.set(key, readValue());
      });
      return { start, end: at, members };
    }
    if (first === '[') {
      const items: JsonLayout[] = [];
      readEntries(']', () => void items.push(readValue()));
      return { start, end: at, items };
    }
    read(SCALAR);
    return { start, end: at };
  }
  return readValue();
}
