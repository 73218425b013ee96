/** Controls, and the marks that turn the direction of text: a scanned site must not rearrange the page. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Text that a scanned site may have chosen on one line, without characters that steer a reader's device. */
export const plainLine = (text: string): string => text.replace(UNSAFE, ' ');

/** Longer than any name that a person reads; the whole name is in the JSON. */
const LONGEST_NAME = 200;

/** The same for a name, cut where it is too long to be read. */
export function plainName(name: string): string {
  const line = plainLine(name);
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME)}…` : line;
}
