import { CALLS, FRAME_CALLS, WORKERS } from './calls.ts';
import { HTML_FRAMES, HTML_LINKS, HTML_MEDIA, HTML_STYLES } from './html-elements.ts';
import { HTML_INLINE_SCRIPTS, HTML_SCRIPTS, MARKED } from './html-scripts.ts';
import { NEW_ELEMENTS, NEW_LINKS, NEW_SCRIPTS } from './inserted-elements.ts';
import { NEW_MARKUP, NEW_STYLES } from './inserted-markup.ts';
import { STORED } from './stored.ts';
import type { Vector, VectorGroup } from './vector.ts';

/** Every way of requesting and storing that is tested. */
export const VECTOR_GROUPS: readonly VectorGroup[] = [
  HTML_SCRIPTS,
  HTML_INLINE_SCRIPTS,
  HTML_FRAMES,
  HTML_MEDIA,
  HTML_LINKS,
  HTML_STYLES,
  MARKED,
  NEW_SCRIPTS,
  NEW_ELEMENTS,
  NEW_LINKS,
  NEW_MARKUP,
  NEW_STYLES,
  CALLS,
  WORKERS,
  FRAME_CALLS,
  STORED,
];

/** The same without their groups. */
export const VECTORS: readonly Vector[] = VECTOR_GROUPS.flatMap(({ vectors }) => vectors);
