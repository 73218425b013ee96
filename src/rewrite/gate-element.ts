import type { RuntimeService } from '../model/runtime-config.ts';
import { gateCss } from './gate-css.ts';
import { isLoadingLink, LOADING_ATTRIBUTES, SVG_CSS_ATTRIBUTES } from './loading-attributes.ts';
import { readSrcset } from './read-srcset.ts';
import { attribute, rename, type TagAttribute } from './read-tag.ts';
import { refreshAddress } from './refresh-address.ts';

/** What an element is judged by. */
export interface ElementGate {
  /** In SVG or MathML. */
  readonly isForeign: boolean;
  /** The optional service that an address in the markup leads to. */
  find(address: string): RuntimeService | undefined;
  /** Marks what a document in `srcdoc` would load. */
  gateDocument(html: string): { readonly html: string; readonly services: readonly RuntimeService[] };
  /** Text as it may stand between double quotes. */
  escape(text: string): string;
}

function addressesIn({ name, value }: TagAttribute): string[] {
  if (name.endsWith('srcset')) return readSrcset(value);
  if (name === 'ping') return value.split(/[\t\n\f\r ]+/).filter(Boolean);
  return [value];
}

const valueNamed = (attributes: readonly TagAttribute[], wanted: string) =>
  attributes.find(({ name }) => name === wanted)?.value;

/** A kept value in which the core looks for no address. */
const isBeyondCore = ({ name }: TagAttribute) =>
  name.startsWith('data-avowal-') &&
  !/^data-avowal-(src|srcset|srcdoc|href|xlink:href|data|poster|imagesrcset)$/.test(name);

const PINGING = new Set(['a', 'area']);

const isRefresh = (attributes: readonly TagAttribute[]) =>
  valueNamed(attributes, 'http-equiv')?.toLowerCase() === 'refresh';

/** A script of this type does nothing. */
const isInert = (attributes: readonly TagAttribute[]) =>
  valueNamed(attributes, 'type')?.trim().toLowerCase() === 'text/plain';

/**
 * The attributes of an element such that it asks nothing of an optional service: `src` becomes `data-avowal-src` and so on,
 * a script gets the type `text/plain`. `undefined` where it asks nothing anyway. The visitor's answer plays no part.
 */
export function gateElement(
  tagName: string,
  attributes: readonly TagAttribute[],
  gate: ElementGate,
): TagAttribute[] | undefined {
  if (tagName === 'script' && isInert(attributes)) return undefined;
  const loads =
    tagName === 'link' && !isLoadingLink(valueNamed(attributes, 'rel') ?? '')
      ? []
      : (LOADING_ATTRIBUTES.get(tagName) ?? []);
  const services = new Set<RuntimeService>();
  const held = attributes.flatMap((one): TagAttribute[] => {
    const { name, value } = one;
    if (loads.includes(name) || (name === 'ping' && PINGING.has(tagName))) {
      const service = addressesIn(one).map(gate.find).find(Boolean);
      if (!service) return [one];
      services.add(service);
      // Browsers take href for xlink:href (SVG 2 §16.1.5), and only the former can be given back without a namespace.
      const isAlone = name === 'xlink:href' && valueNamed(attributes, 'href') === undefined;
      return [rename(one, `data-avowal-${isAlone ? 'href' : name}`)];
    }
    if (name === 'style' || (gate.isForeign && SVG_CSS_ATTRIBUTES.has(name))) {
      const css = gateCss(value, gate.find);
      if (!css) return [one];
      for (const service of css.services) services.add(service);
      const kept = attribute(`data-avowal-${name}`, gate.escape(css.without(css.services[0])));
      return [attribute(name, gate.escape(css.without())), kept];
    }
    if (tagName === 'meta' && name === 'http-equiv' && isRefresh(attributes)) {
      const address = refreshAddress(valueNamed(attributes, 'content') ?? '');
      const service = address === undefined ? undefined : gate.find(address);
      if (!service) return [one];
      services.add(service);
      return [rename(one, `data-avowal-${name}`)];
    }
    if (tagName === 'iframe' && name === 'srcdoc') {
      const { html, services: inside } = gate.gateDocument(value);
      if (inside.length === 0) return [one];
      for (const service of inside) services.add(service);
      return [attribute(name, gate.escape(html)), rename(one, `data-avowal-${name}`)];
    }
    return [one];
  });
  if (held.length === attributes.length && held.every((one, index) => one === attributes[index]))
    return undefined;
  // Of several services the core looks at the addresses; what holds none that it looks at does not come back then.
  const kept = held.filter((one) => services.size === 1 || attributes.includes(one) || !isBeyondCore(one));
  const isMarked = valueNamed(attributes, 'data-avowal') !== undefined;
  const mark = services.size === 1 ? ([...services][0]?.id ?? '') : '';
  const isHeldScript =
    tagName === 'script' && held.some(({ name }) => /^data-avowal-(src|href|xlink:href)$/.test(name));
  return [
    ...(isHeldScript ? [attribute('type', 'text/plain')] : []),
    ...kept.map((one) => (isHeldScript && one.name === 'type' ? rename(one, 'data-avowal-type') : one)),
    ...(isMarked ? [] : [attribute('data-avowal', mark)]),
  ];
}
