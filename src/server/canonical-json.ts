/** Whether `JSON.stringify` makes the canonical text: the members of all objects stand in order already. */
export function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  const object = value as Readonly<Record<string, unknown>>;
  let last = '';
  for (const name of Object.keys(object)) {
    // UTF-16 code units count here as well as in `sort()`.
    if (name < last || !isInOrder(object[name])) return false;
    last = name;
  }
  return true;
}

/**
 * JSON in one form only (RFC 8785): members sorted by UTF-16 code units, no white space. Two texts are equal when and only
 * when their data are. Takes plain data: strings, finite numbers, booleans, null, arrays and objects; leaves out `undefined` members.
 */
export function canonicalJson(value: unknown): string {
  // Every record goes through here; `JSON.stringify` takes a third of the time of the loop below.
  if (isInOrder(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const object = value as Readonly<Record<string, unknown>>;
  let members = '';
  for (const name of Object.keys(object).sort()) {
    const member = object[name];
    if (member === undefined) continue;
    if (members !== '') members += ',';
    members += `${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}
