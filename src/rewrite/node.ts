/**
 * Rewriting for servers of Node.
 * @module
 */
import type { Transform } from 'node:stream';
import type { RuntimeConfig } from '../model/runtime-config.ts';
import { pageTransform } from './node-page-body.ts';
import { createPageRewriter, type RewriteOptions } from './page-rewriter.ts';

export { type Middleware, type MiddlewareOptions, rewriteMiddleware } from './node-middleware.ts';

/** A stream of Node that rewrites one page, as bytes in any encoding that extends ASCII. Throws `URL_INVALID`. */
export const createRewriteTransform = (config: RuntimeConfig, options: RewriteOptions): Transform =>
  pageTransform(createPageRewriter(config, options, true));
