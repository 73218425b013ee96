/**
 * JSON in one form only (RFC 8785): members sorted by UTF-16 code units, no white space. Two texts are equal when and only
 * when their data are. Takes plain data: strings, finite numbers, booleans, null, arrays and objects; leaves out `undefined` members.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
