import { plainLine } from './plain-line.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any text as content or as the value of a quoted attribute. */
export const escapeHtml = (text: string): string =>
  plainLine(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
