/**
 * Server-side half of the blocker: rewrites HTML before it reaches the browser. Needs what every server of the web platform
 * has (Node, Deno, Bun, workers), and nothing of Node; see `avowal/rewrite/node` and `avowal/rewrite/hono`.
 * @module
 */
export type { RuntimeConfig } from '../model/runtime-config.ts';
export { type CoreSource, coreHash, coreTag } from './core-tag.ts';
export { createRewriter, type RewriteOptions } from './create-rewriter.ts';
export { filterSetCookie } from './filter-set-cookie.ts';
export {
  createByteRewriter,
  pageRequest,
  type ResponseOptions,
  rewriteResponse,
} from './rewrite-response.ts';
