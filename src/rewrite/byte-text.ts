/**
 * Pages pass through as bytes, one character each (ISO 8859-1), so that every encoding which extends ASCII comes out as it
 * went in. Where text is decoded from markup, its bytes move to U+F780…F7FF meanwhile, as in `x-user-defined`
 * (Encoding §14.5): `&#233;` stays apart from the byte 0xE9.
 */
const SHIFT = 0xf700;

/** Moves the upper bytes out of the way of what character references stand for. */
export const protectBytes = (text: string): string =>
  text.replace(/[\x80-\xff]/g, (byte) => String.fromCharCode(SHIFT + byte.charCodeAt(0)));

/** Moves them back. */
export const restoreBytes = (text: string): string =>
  text.replace(/[\uf780-\uf7ff]/g, (moved) => String.fromCharCode(moved.charCodeAt(0) - SHIFT));

const decoder = new TextDecoder();

/** What protected text says, read as UTF-8: addresses may name hosts in any script. */
export const readBytes = (text: string): string =>
  text.replace(/[\uf780-\uf7ff]+/g, (moved) =>
    decoder.decode(Uint8Array.from(moved, (character) => character.charCodeAt(0) - SHIFT)),
  );

/** Text as bytes in UTF-8, one character each. */
export const toByteText = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');

/** Characters that a call may take as arguments. */
const AT_ONCE = 8192;

/** Bytes as text, one character each. */
export function fromBytes(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += AT_ONCE)
    text += String.fromCharCode.apply(null, bytes.subarray(i, i + AT_ONCE) as unknown as number[]);
  return text;
}

/** The bytes that a text stands for. */
export function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
