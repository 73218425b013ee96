/** How the runtime comes into the page; `none` is the page without it. */
export const INSTALLATIONS = [
  'none',
  /** The strict script inline. */
  'inline',
  /** The guard inline, then the core from the server, as one copies it. */
  'external',
  /** The same with a server that takes three seconds. */
  'slow',
  /** The same with a server that does not give it. */
  'down',
  /** A rewritten page, with the strict script inline. */
  'rewrite',
  /** A rewritten page with guard and core, and a server that does not give the core. */
  'rewrite-down',
] as const;

/** One of them. */
export type Installation = (typeof INSTALLATIONS)[number];

/** Whether the page is rewritten. */
export const isRewritten = (installation: Installation): boolean => installation.startsWith('rewrite');

/** What runs in the page: the guard alone where nothing else arrives. */
export function scriptIn(installation: Installation): 'guard' | 'core' | 'strict' {
  if (isDown(installation)) return 'guard';
  return installation === 'inline' || installation === 'rewrite' ? 'strict' : 'core';
}

/** Whether the core never arrives, so that nobody can be asked. */
export const isDown = (installation: Installation): boolean => installation.endsWith('down');
