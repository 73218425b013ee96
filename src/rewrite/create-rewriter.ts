import type { RuntimeConfig } from '../model/runtime-config.ts';
import { createPageRewriter, type RewriteOptions } from './page-rewriter.ts';

export type { RewriteOptions } from './page-rewriter.ts';

/**
 * Streams HTML through, puts the core first in `<head>` and marks everything that an optional service would load, so that
 * not even the browser's preload scanner asks for it. Same rules as the core; the same output for every visitor.
 * Throws `URL_INVALID` where `url` is not absolute: nothing could be resolved, and everything would pass.
 */
export function createRewriter(
  config: RuntimeConfig,
  options: RewriteOptions,
): TransformStream<string, string> {
  const page = createPageRewriter(config, options);
  return new TransformStream({
    transform(chunk, controller) {
      const html = page.write(chunk);
      if (html) controller.enqueue(html);
    },
    flush(controller) {
      const html = page.end();
      if (html) controller.enqueue(html);
    },
  });
}
