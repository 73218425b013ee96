/** Says what is wrong with a value at a path, in words; `undefined` = nothing. */
export type Check = (value: unknown, path: string) => string | undefined;
/** What each key of an object must hold. */
type Fields = Readonly<Record<string, Check>>;

const say = (path: string, expected: string) => `${path} is not ${expected}`;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text. */
export const text: Check = (value, path) => (typeof value === 'string' ? undefined : say(path, 'a text'));
/** A number that is not negative. */
export const number: Check = (value, path) =>
  typeof value === 'number' && value >= 0 ? undefined : say(path, 'a number from 0');
/** True or false. */
export const boolean: Check = (value, path) =>
  typeof value === 'boolean' ? undefined : say(path, 'true or false');
/** A date as ISO 8601 writes it. */
export const date: Check = (value, path) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? undefined : say(path, 'a date');
/** An address of the web. */
export const webUrl: Check = (value, path) =>
  typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? '')
    ? undefined
    : say(path, 'a web address');
/** One of some words. */
export const oneOf =
  (values: readonly string[]): Check =>
  (value, path) =>
    values.includes(value as string) ? undefined : say(path, `one of ${values.join(', ')}`);
/** The same, or null. */
export const orNull =
  (check: Check): Check =>
  (value, path) =>
    value === null ? undefined : check(value, path);
/** The same, or left out. */
export const optional =
  (check: Check): Check =>
  (value, path) =>
    value === undefined ? undefined : check(value, path);
/** A list of the same. */
export const list =
  (check: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return say(path, 'a list');
    for (const [index, item] of value.entries()) {
      const problem = check(item, `${path}[${index}]`);
      if (problem) return problem;
    }
    return undefined;
  };
/** An object with these keys; others are let be. */
export const object =
  (fields: Fields): Check =>
  (value, path) => {
    if (!isRecord(value)) return say(path || 'it', 'an object');
    for (const [key, check] of Object.entries(fields)) {
      const problem = check(value[key], path ? `${path}.${key}` : key);
      if (problem) return problem;
    }
    return undefined;
  };

/** An object whose every value is the same. */
export const record =
  (check: Check): Check =>
  (value, path) => {
    if (!isRecord(value)) return say(path, 'an object');
    for (const [key, item] of Object.entries(value)) {
      const problem = check(item, `${path}.${key.slice(0, 40)}`);
      if (problem) return problem;
    }
    return undefined;
  };
