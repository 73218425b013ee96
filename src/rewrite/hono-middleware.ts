import type { Context, MiddlewareHandler } from 'hono';
import type { RuntimeConfig } from '../model/runtime-config.ts';
import { pageRequest, rewriteResponse } from './rewrite-response.ts';

/** How the pages of a Hono application are rewritten. */
export interface HonoOptions {
  /** HTML put first in `<head>`; see `coreTag`. A function is asked for each answer, so that it can name its nonce. */
  readonly script: string | ((context: Context) => string);
}

/**
 * Rewrites the pages of a Hono application: puts the core first in `<head>` and marks what an optional service would load.
 * Anything but pages passes as it is. Put it behind what compresses.
 */
export function honoRewrite(config: RuntimeConfig, { script }: HonoOptions): MiddlewareHandler {
  return async (context, next) => {
    const asked = context.req.raw;
    const isUnique = typeof script !== 'string';
    context.req.raw = pageRequest(asked, config, { script: isUnique ? '' : script, isUnique });
    await next();
    const first = isUnique ? script(context) : script;
    const { res } = context;
    // Hono would put the headers of the answer before into the new one.
    context.res = undefined;
    context.res = rewriteResponse(asked, res, config, { script: first, isUnique });
  };
}
