/** What merging did, or found worth saying. */
export const CONFIG_CHANGE_KINDS = ['added', 'filled', 'differs', 'gone', 'left-out'] as const;

/**
 * One thing that merging an inventory did (`added` an entry, `filled` a gap) or only reports (the scan `differs` from what
 * is declared, what is declared is `gone` from the site, something could not be declared and was `left-out`).
 */
export interface ConfigChange {
  readonly kind: (typeof CONFIG_CHANGE_KINDS)[number];
  /** Key path in the new configuration; for `left-out` the name of what was seen. */
  readonly path: string;
  /** One line for people. */
  readonly text: string;
}
