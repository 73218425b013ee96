import { RewritingStream } from 'parse5-html-rewriting-stream';
import { AvowalError } from '../model/errors.ts';
import type { RuntimeConfig } from '../model/runtime-config.ts';
import { followBase } from './follow-base.ts';
import { gateAttributes } from './gate-attributes.ts';
import { gateFragment } from './gate-fragment.ts';

/** How a page is rewritten. */
export interface RewriteOptions {
  /** HTML put first in `<head>`: the tag that loads the core, or the core itself inline. */
  readonly script: string;
  /** Address of the page, to resolve relative URLs. Default: the site's first domain. */
  readonly url?: string;
}

/**
 * Streams HTML through, puts the core first in `<head>` and marks everything that an optional service would load, so that
 * not even the browser's preload scanner asks for it. Same rules as the core; the same output for every visitor.
 * Throws `URL_INVALID` where `url` is not absolute: nothing could be resolved, and everything would pass.
 */
export function createRewriter(
  config: RuntimeConfig,
  options: RewriteOptions,
): TransformStream<string, string> {
  const url = options.url ?? `https://${config.domains[0] ?? 'localhost'}/`;
  if (!URL.canParse(url)) throw new AvowalError('URL_INVALID', { url });
  const follow = followBase(url);
  let base = url;
  const stream = new RewritingStream();
  let inserted = false;
  let noscript: string | undefined;

  stream.on('startTag', (tag, raw) => {
    // A page without <head> starts it implicitly with its first element (HTML §13.2.6.4.3).
    if (!inserted && tag.tagName !== 'html' && tag.tagName !== 'head') {
      inserted = true;
      stream.emitRaw(options.script);
    }
    base = follow(tag.tagName, tag.attrs);
    const srcdoc = tag.attrs.find(({ name }) => name === 'srcdoc');
    const inner = srcdoc && gateFragment(srcdoc.value, config, base);
    const innerChanged = srcdoc !== undefined && inner !== undefined && inner !== srcdoc.value;
    if (innerChanged) srcdoc.value = inner;
    if (gateAttributes(tag.tagName, tag.attrs, config, base) || innerChanged) stream.emitStartTag(tag);
    else stream.emitRaw(raw);
    if (!inserted && tag.tagName === 'head') {
      inserted = true;
      stream.emitRaw(options.script);
    }
    if (tag.tagName === 'noscript') noscript = '';
  });
  stream.on('text', (_, raw) => {
    if (noscript === undefined) stream.emitRaw(raw);
    else noscript += raw;
  });
  stream.on('endTag', (tag, raw) => {
    if (noscript !== undefined && tag.tagName === 'noscript') {
      stream.emitRaw(gateFragment(noscript, config, base));
      noscript = undefined;
    }
    stream.emitRaw(raw);
  });
  return new TransformStream({
    start(controller) {
      stream.on('data', (html: string) => controller.enqueue(html));
      stream.on('error', (error) => controller.error(error));
    },
    transform: (chunk) => new Promise<void>((resolve) => stream.write(chunk, () => resolve())),
    async flush(controller) {
      await new Promise<void>((resolve) => stream.on('end', resolve).end());
      // The page ended inside <noscript>.
      if (noscript) controller.enqueue(gateFragment(noscript, config, base));
    },
  });
}
