import { plainLine } from './plain-line.ts';

/**
 * Any text as running text of Markdown (GFM). What could end a table cell, open markup or link by itself becomes a character
 * reference, which never has a meaning of its own (CommonMark §2.5); the rest gets a backslash.
 */
export const escapeMarkdown = (text: string): string =>
  plainLine(text)
    .replace(/[&<>|\\`]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[*_[\]~]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/^(\s*)([-+=#]|\d{1,9}(?=[.)]))/, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
