/** Where JSON text breaks the grammar (RFC 8259), or says a key twice, and how. */
export interface JsonProblem {
  readonly problem: string;
  /** In UTF-16 code units from the start. */
  readonly offset: number;
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or }' | ', or ]' | 'the end';

const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings may not hold control characters.
  /[ \t\r\n]+|(?<string>"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(?<scalar>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)|[{}[\],:]/y;

const SAYS: Readonly<Record<Expected, string>> = {
  value: 'a value is expected',
  'value or ]': 'a value or ] is expected',
  key: 'a key in double quotes is expected (no comma stands after the last entry)',
  'key or }': 'a key in double quotes or } is expected',
  ':': 'a colon is expected',
  ', or }': 'a comma or } is expected',
  ', or ]': 'a comma or ] is expected',
  'the end': 'nothing more is expected',
};

/** Finds the first problem without recursion, so that no depth of nesting can overflow the stack. */
export function findJsonProblem(text: string): JsonProblem | undefined {
  /** Keys of each open object; `undefined` for an open array. */
  const open: (Set<string> | undefined)[] = [];
  let expected: Expected = 'value';
  const afterValue = (): Expected => (open.length === 0 ? 'the end' : open.at(-1) ? ', or }' : ', or ]');
  const closes = (token: string) =>
    token === '}'
      ? expected === 'key or }' || expected === ', or }'
      : token === ']' && (expected === 'value or ]' || expected === ', or ]');

  let offset = 0;
  while (offset < text.length) {
    TOKEN.lastIndex = offset;
    const match = TOKEN.exec(text);
    const token = match?.[0] ?? '';
    const isValue = expected === 'value' || expected === 'value or ]';
    if (/^\s/.test(token)) {
      offset += token.length;
      continue;
    }
    if (match?.groups?.string !== undefined && (expected === 'key' || expected === 'key or }')) {
      const key: string = JSON.parse(token);
      if (open.at(-1)?.has(key)) return { problem: `the key ${token} stands twice`, offset };
      open.at(-1)?.add(key);
      expected = ':';
    } else if (isValue && (match?.groups?.string !== undefined || match?.groups?.scalar !== undefined)) {
      expected = afterValue();
    } else if (isValue && (token === '{' || token === '[')) {
      open.push(token === '{' ? new Set() : undefined);
      expected = token === '{' ? 'key or }' : 'value or ]';
    } else if (closes(token)) {
      open.pop();
      expected = afterValue();
    } else if (token === ',' && expected.startsWith(', or')) {
      expected = expected === ', or }' ? 'key' : 'value';
    } else if (token === ':' && expected === ':') {
      expected = 'value';
    } else {
      return { problem: SAYS[expected], offset };
    }
    offset += token.length;
  }
  return expected === 'the end' ? undefined : { problem: `the text ends, and ${SAYS[expected]}`, offset };
}
