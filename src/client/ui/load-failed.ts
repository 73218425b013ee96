import { actionButton } from './first-layer.ts';
import { h } from './h.ts';
import { notice } from './notice-config.ts';

/** What is said where something could not be loaded, with a button that tries again. */
export const loadFailed = (again: () => void): HTMLElement[] => [
  h('p', { role: 'alert' }, notice.texts.loadFailed),
  actionButton('reload', notice.texts.reload, again, 'q'),
];
