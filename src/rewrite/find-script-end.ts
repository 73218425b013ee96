import { endsTagName } from './tag-end.ts';

/** How deep a script is in `<!--` and in `<script` behind that: `</script>` does not end it at depth 2. */
export type ScriptDepth = 0 | 1 | 2;

/** Where scanning a script came to. */
export interface ScriptPlace {
  /** The end tag of the script begins here, if `isEnd`; else everything before it is text. */
  readonly index: number;
  readonly isEnd: boolean;
  readonly depth: ScriptDepth;
}

/** Longest piece to be seen whole: `</script` and the character behind it. */
const LONGEST = 9;

/** Looks for the end of a script from `start` on, by the states of HTML §13.2.5.4 and 13.2.5.15 to 13.2.5.31. */
export function findScriptEnd(
  html: string,
  start: number,
  initial: ScriptDepth,
  isLast: boolean,
): ScriptPlace {
  let depth = initial;
  let i = start;
  let arrow = -1;
  const find = (text: string) => {
    const index = html.indexOf(text, i);
    return index < 0 ? Number.POSITIVE_INFINITY : index;
  };
  for (;;) {
    const open = find('<');
    if (depth > 0 && arrow < i) arrow = find('-->');
    if (depth > 0 && arrow < open) {
      depth = 0;
      i = arrow + 3;
      continue;
    }
    if (open > html.length) {
      // The dashes of an arrow may be cut.
      const index = isLast || depth === 0 ? html.length : Math.max(i, html.length - 2);
      return { index, isEnd: false, depth };
    }
    const piece = html.slice(open, open + LONGEST).toLowerCase();
    if (piece.length < LONGEST && !isLast && canGrow(piece)) return { index: open, isEnd: false, depth };
    i = open + 1;
    if (depth === 0 && piece.startsWith('<!--')) {
      depth = 1;
      // The same dashes may begin the arrow.
      i = open + 2;
    } else if (piece.startsWith('</script') && endsTagName(piece.charCodeAt(8))) {
      if (depth < 2) return { index: open, isEnd: true, depth };
      depth = 1;
      i = open + 8;
    } else if (depth === 1 && piece.startsWith('<script') && endsTagName(piece.charCodeAt(7))) {
      depth = 2;
      i = open + 7;
    }
  }
}

const canGrow = (piece: string) =>
  ['<!--', '</script', '<script'].some(
    (word) => word.startsWith(piece) || (piece === word && piece !== '<!--'),
  );
