import { type JsonLayout, layOutJson } from './json-layout.ts';

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Characters of an addition that stay in the line where its neighbours are. */
const MOST_IN_LINE = 60;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** White space before the first thing in the line of `at`. */
const indentAt = (text: string, at: number) =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1))?.[0] ?? '';

/** One step of indentation, as the first indented line shows it. */
const stepOf = (text: string) => /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';

/** Writes a value as it looks at an indentation; on one line where there is none. */
function write(value: unknown, indent: string | null, step: string): string {
  if (indent === null) return JSON.stringify(value);
  return JSON.stringify(value, null, step).replaceAll('\n', `\n${indent}`);
}

/**
 * Changes JSON text so that it says `after`, and leaves every line that says nothing new as it was: a person's order,
 * indentation and line breaks stay. `text` must be JSON without problems.
 */
export function editJson(text: string, after: unknown): string {
  const step = stepOf(text);
  const splices: Splice[] = [];

  /** Adds entries behind the last one of a container, laid out as the others are. */
  function append(entries: readonly string[], inner: string | null, last: JsonLayout): void {
    const gap = inner === null ? ' ' : `\n${inner}`;
    const added = entries.map((entry) => `,${gap}${entry}`).join('');
    splices.push({ start: last.end, end: last.end, text: added });
  }

  function replace({ start, end }: JsonLayout, value: unknown): void {
    splices.push({ start, end, text: write(value, indentAt(text, start), step) });
  }

  function change(layout: JsonLayout, before: unknown, wanted: unknown): void {
    if (isSame(before, wanted)) return;
    const inner = (first: JsonLayout, added: readonly unknown[]) => {
      if (text.slice(layout.start, first.start).includes('\n')) return indentAt(text, first.start);
      return JSON.stringify(added).length > MOST_IN_LINE ? indentAt(text, layout.start) + step : null;
    };
    const { members, items } = layout;
    if (members && isObject(before) && isObject(wanted)) {
      const [first, last] = [[...members.values()][0], [...members.values()].at(-1)];
      const isKept = Object.keys(before).every((key) => key in wanted);
      if (!first || !last || !isKept) {
        replace(layout, wanted);
        return;
      }
      for (const [key, member] of members) change(member, before[key], wanted[key]);
      const added = Object.entries(wanted).filter(([key]) => !members.has(key));
      const indent = inner(first, added);
      append(
        added.map(([key, value]) => `${JSON.stringify(key)}: ${write(value, indent, step)}`),
        indent,
        last,
      );
      return;
    }
    if (items && Array.isArray(before) && Array.isArray(wanted)) {
      const [first, last] = [items[0], items.at(-1)];
      if (!first || !last || wanted.length < items.length) {
        replace(layout, wanted);
        return;
      }
      for (const [i, item] of items.entries()) change(item, before[i], wanted[i]);
      const added = wanted.slice(items.length);
      const indent = inner(first, added);
      append(
        added.map((value) => write(value, indent, step)),
        indent,
        last,
      );
      return;
    }
    replace(layout, wanted);
  }

  change(layOutJson(text), JSON.parse(text.replace(/^\uFEFF/, '')), after);
  // An addition stands behind what was changed in front of it: the later one first, so that places stay right.
  return splices
    .toReversed()
    .sort((a, b) => b.start - a.start)
    .reduce((done, { start, end, text: put }) => done.slice(0, start) + put + done.slice(end), text);
}
