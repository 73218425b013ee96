import { AvowalError } from '../model/errors.ts';
import type { RuntimeConfig, RuntimeService } from '../model/runtime-config.ts';
import { protectBytes, readBytes, restoreBytes, toByteText } from './byte-text.ts';
import { createServiceFinder, type ServiceFinder } from './find-optional-service.ts';
import { followBase } from './follow-base.ts';
import { followNamespace } from './follow-namespace.ts';
import { gateCss } from './gate-css.ts';
import { type ElementGate, gateElement } from './gate-element.ts';
import { gateImportMap } from './gate-import-map.ts';
import { gateSpeculationRules } from './gate-speculation-rules.ts';
import { LOADING_ATTRIBUTES } from './loading-attributes.ts';
import { moduleAddresses } from './module-addresses.ts';
import { attribute, decodeText, readTag, type TagAttribute, writeTag } from './read-tag.ts';
import { type ContentMode, createMarkupScanner, type MarkupScanner } from './scan-markup.ts';
import { findTagEnd } from './tag-end.ts';

/** How a page is rewritten. */
export interface RewriteOptions {
  /** HTML put first in `<head>`: the tag that loads the core, or the core itself inline. */
  readonly script: string;
  /** Address of the page, to resolve relative URLs. Default: the site's first domain. */
  readonly url?: string;
}

interface Site {
  readonly config: RuntimeConfig;
  readonly finder: ServiceFinder;
  /** The page is bytes: in text that was taken out of it they are protected; see byte-text.ts. */
  readonly isBytes: boolean;
}

/** Elements that tell how the rest of a page is read. */
const STRUCTURE = new Set(['base', 'math', 'meta', 'style', 'svg', 'template']);

const CONTENT = new Map<string, ContentMode>(
  Object.entries({
    title: 'raw',
    textarea: 'raw',
    style: 'raw',
    xmp: 'raw',
    iframe: 'raw',
    noembed: 'raw',
    noframes: 'raw',
    noscript: 'raw',
    script: 'script',
    plaintext: 'rest',
  }),
);

/** Types of scripts whose text may name what is loaded: JavaScript (HTML §4.12.1.1), and what modules and speculation go by. */
const NAMING_TYPE =
  /^(?:importmap|module|speculationrules|(?:(?:text|application)\/(?:x-)?(?:java|ecma)script)?)$/;

const MARKUP = { mode: 'markup', isWanted: false } as const;

/** The parts of a start tag that a script or style sheet needs which waits beside it. */
const isCopied = ({ name }: TagAttribute) =>
  !['id', 'type', 'data-avowal', 'data-avowal-type'].includes(name);

const same = (text: string) => text;

/**
 * Rewrites a page, or what stands in one: there is no `first`, and bytes are protected already. `isRawDoubtful`: within
 * `<select>`, where browsers before the customizable one take the tags of raw text for nothing, and read on as markup.
 */
function rewriteWith(
  site: Site,
  url: string,
  onService: (service: RuntimeService) => void,
  { first, isRawDoubtful = false }: { readonly first?: string; isRawDoubtful?: boolean } = {},
): MarkupScanner {
  const { config, isBytes } = site;
  const followed = followBase(url);
  const namespace = followNamespace();
  const [protect, restore] = isBytes && first !== undefined ? [protectBytes, restoreBytes] : [same, same];
  const find = (address: string) => {
    const service = site.finder.find(isBytes ? readBytes(address) : address, followed.base);
    if (service) onService(service);
    return service;
  };
  const gate: ElementGate = {
    get isForeign() {
      return namespace.isForeign;
    },
    find,
    gateDocument(html) {
      const services = new Set<RuntimeService>();
      const inner = rewriteWith(site, followed.base, (service) => {
        services.add(service);
        onService(service);
      });
      return { html: inner.write(html) + inner.end(), services: [...services] };
    },
    escape: (text) => {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      // What a character reference stood for need not exist in the encoding of the page.
      return isBytes
        ? escaped.replace(/[\x80-\uf77f\uf800-\u{10ffff}]/gu, (one) => `&#${one.codePointAt(0)};`)
        : escaped;
    },
  };
  let templates = 0;
  let content: { readonly mode: ContentMode; readonly isWanted: boolean } = MARKUP;
  /** The script, style sheet or `<noscript>` whose text is wanted. */
  let holder:
    | { readonly name: string; readonly type: string; readonly attributes: readonly TagAttribute[] }
    | undefined;
  let added = '';

  /** A copy of the current script or style sheet that waits for a service. */
  const waiting = ({ name, type, attributes }: NonNullable<typeof holder>, id: string, text: string) => {
    const copied = [attribute('data-avowal', id), ...attributes.filter(isCopied)];
    // Chromium's preload scanner reads the @import of a <style> of any type, but no attribute.
    if (name === 'style')
      return `${writeTag(name, [attribute('data-avowal-text', gate.escape(text)), ...copied])}</${name}>`;
    const inert = [attribute('type', 'text/plain'), attribute('data-avowal-type', type)];
    return `${writeTag(name, [...inert, ...copied])}${text}</${name}>`;
  };

  /**
   * Whether a repeated attribute, which does not count, calls an optional service: where the first one is empty, Chromium's
   * preload scanner goes by the second.
   */
  function callsInVain(name: string, raw: string, attributes: readonly TagAttribute[]): boolean {
    const loads = LOADING_ATTRIBUTES.get(name);
    if (!attributes.some((one) => one.value === '' && loads?.includes(one.name))) return false;
    const values: string[] = [];
    findTagEnd(raw, 1, (_start, _nameEnd, from, to) => values.push(decodeText(protect(raw.slice(from, to)))));
    return values.length > attributes.length && values.some(find);
  }

  function startTag(name: string, raw: string, mayLoad: boolean): string | undefined {
    const wasForeign = namespace.isForeign;
    content = { mode: (!wasForeign && CONTENT.get(name)) || 'markup', isWanted: false };
    holder = undefined;
    if (name === 'select' || name === 'frameset') isRawDoubtful = true;
    if (content.mode === 'raw' && (name === 'noscript' || isRawDoubtful)) {
      holder = { name, type: '', attributes: [] };
      content = { mode: 'raw', isWanted: true };
    }
    if (!wasForeign && !STRUCTURE.has(name)) {
      if (!mayLoad && !LOADING_ATTRIBUTES.has(name)) return undefined;
      if (name !== 'script' && !site.finder.mayCall(raw, followed.base)) return undefined;
    }
    const tag = readTag(protect(raw));
    const { attributes, isSelfClosing } = tag;
    if (name === 'template' && !isSelfClosing) templates++;
    if (name === 'base' && !wasForeign && templates === 0) followed.see(attributes);
    if (wasForeign || name === 'svg' || name === 'math') namespace.open(tag);
    const isMarked = attributes.some((one) => one.name === 'data-avowal');
    const type =
      attributes
        .find((one) => one.name === 'type')
        ?.value.trim()
        .toLowerCase() ?? '';
    if (name === 'style' && !isMarked) {
      holder = { name, type, attributes };
      content = { mode: namespace.isForeign ? 'run' : 'raw', isWanted: true };
    } else if (name === 'script' && !isMarked && NAMING_TYPE.test(type)) {
      holder = { name, type, attributes };
      content = { ...content, isWanted: content.mode === 'script' };
    }
    const gated =
      gateElement(name, attributes, gate) ?? (callsInVain(name, raw, attributes) ? attributes : undefined);
    if (!gated) return undefined;
    return restore(writeTag(raw.slice(1, name.length + 1), gated, isSelfClosing));
  }

  function gateMarkup(text: string): string {
    const inner = rewriteWith(site, followed.base, onService, { isRawDoubtful });
    return inner.write(text) + inner.end();
  }

  function gateText(text: string): string {
    if (!holder) return text;
    const { name, type } = holder;
    if (name !== 'style' && name !== 'script') return gateMarkup(text);
    if (name === 'script' && !/^(importmap|speculationrules)$/.test(type)) {
      const services = new Set(
        moduleAddresses(text, type === 'module').flatMap((address) => find(address) ?? []),
      );
      if (services.size === 0) return text;
      // Nothing can hold back an import: the code waits as a whole. What several services wait for comes under none of them.
      added += waiting(holder, [...services].map(({ id }) => id).join(' '), text);
      return '';
    }
    if (type === 'importmap' || type === 'speculationrules') {
      const gated =
        type === 'importmap' ? gateImportMap(text, find) : gateSpeculationRules(text, find, config);
      for (const [{ id }, held] of gated?.held ?? []) added += waiting(holder, id, held);
      return gated?.text ?? text;
    }
    const css = gateCss(text, find);
    // In SVG a text is not the whole style sheet.
    if (css && content.mode === 'raw')
      for (const service of css.services) added += waiting(holder, service.id, css.without(service));
    const gated = css?.without() ?? text;
    return isRawDoubtful ? gateMarkup(gated) : gated;
  }

  function gateEncoded(raw: string): string {
    const text = decodeText(protect(raw));
    const gated = gateText(text);
    return gated === text
      ? raw
      : restore(gate.escape(gated).replaceAll('&quot;', '"').replaceAll('<', '&lt;'));
  }

  return createMarkupScanner(
    {
      get isForeign() {
        return namespace.isForeign && !isRawDoubtful;
      },
      get content() {
        return content;
      },
      startTag,
      text: (raw, isEncoded) => (isEncoded ? gateEncoded(raw) : restore(gateText(protect(raw)))),
      endTag(name) {
        namespace.close(name);
        if (name === 'template' && templates > 0) templates--;
        if (isRawDoubtful && name === 'select') namespace.leaveForeign();
        if (name === 'select' || name === 'frameset') isRawDoubtful = false;
        const behind = restore(added);
        added = '';
        return behind;
      },
    },
    first,
  );
}

/**
 * Rewrites one page piece by piece: puts the core first in `<head>`, and marks everything that an optional service would
 * load, so that not even the browser's preload scanner asks for it. With `isBytes` each character is a byte of the page.
 * Throws `URL_INVALID` where `url` is not absolute: nothing could be resolved, and everything would pass.
 */
export function createPageRewriter(
  config: RuntimeConfig,
  { script, url = `https://${config.domains[0] ?? 'localhost'}/` }: RewriteOptions,
  isBytes = false,
): MarkupScanner {
  if (!URL.canParse(url)) throw new AvowalError('URL_INVALID', { url });
  const site = { config, finder: createServiceFinder(config), isBytes };
  return rewriteWith(site, url, () => {}, { first: isBytes ? toByteText(script) : script });
}
