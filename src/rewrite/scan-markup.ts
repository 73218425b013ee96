import { findScriptEnd, type ScriptDepth } from './find-script-end.ts';
import { placeFirst } from './place-first.ts';
import { endsTagName, findTagEnd } from './tag-end.ts';

/**
 * How what stands behind a start tag is read (HTML §13.2.5): as markup, as text until its end tag, as a script, as text to
 * the end of the page, or as markup whose first run of text is wanted.
 */
export type ContentMode = 'markup' | 'raw' | 'script' | 'rest' | 'run';

/** What hears of the tags of a page while it is scanned, and may change them. */
export interface MarkupHandler {
  /** Whether `<![CDATA[` begins a section here. */
  readonly isForeign: boolean;
  /** Returns what stands in its place; `undefined` leaves it. `mayLoad`: see {@link findTagEnd}. */
  startTag(name: string, raw: string, mayLoad: boolean): string | undefined;
  /** How the content of the start tag just told is read, and whether its text is wanted. */
  readonly content: { readonly mode: ContentMode; readonly isWanted: boolean };
  /** Returns what stands in the place of a text that was wanted. `isEncoded`: character references in it count. */
  text(raw: string, isEncoded: boolean): string;
  /** Returns what is to be added behind it. */
  endTag(name: string): string;
}

/** A page on its way through: what is decided is returned at once, what is not complete waits. */
export interface MarkupScanner {
  write(html: string): string;
  end(): string;
}

type Mode = ContentMode | 'comment' | 'bogus' | 'cdata';

const isLetter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122;

/** What begins a tag, a comment or the like; any other `<` is text (HTML §13.2.5.6). */
const OPENING = /<[a-z/!?]/gi;

/** `<![CDATA[`: the longest piece that must be seen whole to know what it begins. */
const LONGEST_OPENING = 9;

/** Where a comment ends whose text begins at `start` (HTML §13.2.5.43 to 13.2.5.52); -1 while it has not. */
function findCommentEnd(html: string, start: number): number {
  const arrow = html.indexOf('-->', start);
  const bang = html.indexOf('--!>', start);
  return bang >= 0 && (arrow < 0 || bang < arrow) ? bang + 4 : arrow < 0 ? -1 : arrow + 3;
}

/**
 * Scans a page by the states of the tokenizer in HTML §13.2.5, as far as they tell where a tag begins and ends and what is
 * no markup; the rest passes through as it is. `first` is put first in `<head>` where it does not stand there already; a
 * page without `<head>` starts it with its first element (§13.2.6.4.3).
 */
export function createMarkupScanner(handler: MarkupHandler, first = ''): MarkupScanner {
  let html = '';
  /** Up to here it has gone out; up to `at` it is decided. */
  let sent = 0;
  let at = 0;
  let out = '';
  let isLast = false;
  let isPlaced = first === '';
  /** Where `first` goes, within what is here now; -1 = nowhere. */
  let place = -1;
  let mode: Mode = 'markup';
  let isWanted = false;
  let element = '';
  let depth: ScriptDepth = 0;
  /** Up to here a text that is wanted was looked through, so that a long one in many pieces is not begun anew with each. */
  let looked = 0;
  /** Nothing more is decided before a `>` has come: a long tag is not scanned again with each piece. */
  let isOpen = false;

  const replace = (start: number, end: number, text: string) => {
    out += html.slice(sent, start) + text;
    sent = end;
  };
  /** Everything up to `index` is decided, and no more can be said before more has come. */
  const waitAt = (index: number): boolean => {
    at = isLast ? html.length : index;
    return false;
  };
  /** The same, where a tag is to end first. */
  const waitForTag = (index: number): boolean => {
    isOpen = true;
    return waitAt(index);
  };
  /** Everything up to `index` is decided; `next` begins there. */
  const goOnAt = (index: number, next: Mode): boolean => {
    at = index;
    mode = next;
    return true;
  };
  /** Everything up to `end` is a text that was begun at `at`. */
  const tellText = (end: number) => {
    const raw = html.slice(at, end);
    const text = isWanted ? handler.text(raw, mode === 'run') : raw;
    if (text !== raw) replace(at, end, text);
  };

  const putFirst = (index: number) => {
    if (place !== index) return;
    replace(index, index, first);
    place = -1;
  };

  function startTag(open: number): boolean {
    const tag = findTagEnd(html, open + 1);
    if (!tag) return waitForTag(open);
    const name = html.slice(open + 1, tag.nameEnd).toLowerCase();
    if (!isPlaced && name !== 'html') {
      const index = placeFirst(html, name === 'head' ? tag.end : open, first, isLast);
      if (index === undefined) return waitAt(open);
      isPlaced = true;
      place = index;
    }
    putFirst(open);
    const changed = handler.startTag(name, html.slice(open, tag.end), tag.mayLoad);
    if (changed !== undefined) replace(open, tag.end, changed);
    putFirst(tag.end);
    ({ isWanted } = handler.content);
    element = name;
    depth = 0;
    return goOnAt(tag.end, handler.content.mode);
  }

  function endTag(open: number): boolean {
    const tag = findTagEnd(html, open + 2);
    if (!tag) return waitForTag(open);
    const added = handler.endTag(html.slice(open + 2, tag.nameEnd).toLowerCase());
    if (added) replace(tag.end, tag.end, added);
    isWanted = false;
    return goOnAt(tag.end, 'markup');
  }

  /** In a text that is wanted it goes on behind a comment. */
  const behind = (): Mode => (isWanted ? 'run' : 'markup');

  function declaration(open: number): boolean {
    if (html.length - open < LONGEST_OPENING && !isLast) return waitAt(open);
    if (html.startsWith('[CDATA[', open + 2) && handler.isForeign) return goOnAt(open + 9, 'cdata');
    if (!html.startsWith('--', open + 2)) return goOnAt(open + 2, 'bogus');
    if (html.startsWith('>', open + 4)) return goOnAt(open + 5, behind());
    if (html.startsWith('->', open + 4)) return goOnAt(open + 6, behind());
    return goOnAt(open + 4, 'comment');
  }

  function markup(): boolean {
    const open = html.indexOf('<', at);
    if (open < 0) return waitAt(html.length);
    if (html.length - open < 3) return waitAt(open);
    const next = html.charCodeAt(open + 1);
    if (isLetter(next)) return startTag(open);
    if (next === 33) return declaration(open);
    if (next === 63) return goOnAt(open + 1, 'bogus');
    if (next !== 47) return goOnAt(open + 1, 'markup');
    const third = html.charCodeAt(open + 2);
    if (isLetter(third)) return endTag(open);
    return third === 62 ? goOnAt(open + 3, behind()) : goOnAt(open + 2, 'bogus');
  }

  /** Text until `</element`; one that is wanted waits until it is whole. */
  function raw(): boolean {
    for (let from = Math.max(at, looked); ; ) {
      const open = html.indexOf('</', from);
      const nameEnd = open + 2 + element.length;
      if (open < 0 || nameEnd >= html.length) {
        if (isLast) tellText(html.length);
        looked = open < 0 ? Math.max(at, html.length - 1) : open;
        return isWanted ? waitForTag(at) : waitAt(looked);
      }
      from = open + 2;
      if (!endsTagName(html.charCodeAt(nameEnd)) || html.slice(from, nameEnd).toLowerCase() !== element)
        continue;
      return textEnd(open);
    }
  }

  function script(): boolean {
    const end = findScriptEnd(html, Math.max(at, looked), depth, isLast);
    depth = end.depth;
    looked = end.index;
    if (end.isEnd) return textEnd(end.index);
    if (isWanted) {
      if (isLast) tellText(html.length);
      return waitForTag(at);
    }
    return waitAt(end.index);
  }

  function textEnd(open: number): boolean {
    if (!findTagEnd(html, open + 2) && !isLast) return waitForTag(isWanted ? at : open);
    tellText(open);
    return endTag(open);
  }

  /** Up to a piece of text that ends what is no markup. */
  function until(end: number, longest: number): boolean {
    if (end >= 0) return goOnAt(end, behind());
    return waitAt(Math.max(at, html.length - longest + 1));
  }

  function run(): boolean {
    OPENING.lastIndex = at;
    const open = OPENING.exec(html)?.index ?? -1;
    if (open < 0 && !isLast) return waitAt(at);
    tellText(open < 0 ? html.length : open);
    if (open < 0) return waitAt(at);
    if (html.length - open < LONGEST_OPENING && !isLast) return waitAt(open);
    return goOnAt(open, 'markup');
  }

  function cdata(): boolean {
    const end = html.indexOf(']]>', at);
    if (!isWanted) return until(end < 0 ? -1 : end + 3, 3);
    if (end < 0 && !isLast) return waitAt(at);
    tellText(end < 0 ? html.length : end);
    return end < 0 ? waitAt(at) : goOnAt(end + 3, 'run');
  }

  const STEPS: Readonly<Record<Mode, () => boolean>> = {
    markup,
    raw,
    script,
    run,
    cdata,
    rest: () => waitAt(html.length),
    comment: () => until(findCommentEnd(html, at), 4),
    bogus: () => until(html.indexOf('>', at) + 1 || -1, 1),
  };

  function scan(): string {
    while (STEPS[mode as Mode]());
    out += html.slice(sent, at);
    html = html.slice(at);
    looked -= at;
    sent = 0;
    at = 0;
    const ready = out;
    out = '';
    return ready;
  }

  return {
    write(chunk) {
      html += chunk;
      if (isOpen && !chunk.includes('>')) return '';
      isOpen = false;
      return scan();
    },
    end() {
      isLast = true;
      return scan();
    },
  };
}
