/**
 * Server-side half of the blocker: rewrites HTML before it reaches the browser.
 * @module
 */
export { createRewriter, type RewriteOptions } from './create-rewriter.ts';
export { filterSetCookie } from './filter-set-cookie.ts';
