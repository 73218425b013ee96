import type { OwnText } from '../../model/notice.ts';
import { h } from './h.ts';

/** An element with a text of the configuration, in that text's language (WCAG 2.2 SC 3.1.2). */
export const ownText = (tag: 'b' | 'h3' | 'p', [text, lang]: OwnText): HTMLElement => h(tag, { lang }, text);
