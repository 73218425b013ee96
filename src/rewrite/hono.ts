/**
 * Rewriting for applications of Hono.
 * @module
 */
export { type HonoOptions, honoRewrite } from './hono-middleware.ts';
