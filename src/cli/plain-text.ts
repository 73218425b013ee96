/** C0 and C1 controls, and the marks that turn the direction of text: a scanned site must not steer a terminal. */
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const escaped = (character: string) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** Text that a scanned site may have chosen, made harmless for a terminal and kept on one line. */
export const plainText = (text: string): string => text.replace(UNSAFE, escaped);
