/**
 * JSON in one form only (RFC 8785): members sorted by UTF-16 code units, no white space. Two texts are equal when and only
 * when their data are. Takes plain data: strings, finite numbers, booleans, null, arrays and objects; leaves out `undefined` members.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  // Plain loops: every record goes through here, and arrays of pairs would cost it twice the time.
  const object = value as Readonly<Record<string, unknown>>;
  let members = '';
  // Without a comparison function it is UTF-16 code units that count.
  for (const name of Object.keys(object).sort()) {
    const member = object[name];
    if (member === undefined) continue;
    if (members !== '') members += ',';
    members += `${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}
