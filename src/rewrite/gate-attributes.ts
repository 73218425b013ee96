import { findService } from '../model/gate.ts';
import type { RuntimeConfig } from '../model/runtime-config.ts';

/** An attribute of a start tag, as the tokenizer gives it. */
export interface Attribute {
  name: string;
  value: string;
}

/** Attributes through which an element makes the browser send a request. */
const LOADING: Readonly<Record<string, readonly string[]>> = {
  // A script inside <svg> is loaded by href (SVG 2 §15.2).
  script: ['src', 'href', 'xlink:href'],
  iframe: ['src'],
  frame: ['src'],
  embed: ['src'],
  object: ['data'],
  img: ['src', 'srcset'],
  image: ['href', 'xlink:href'],
  input: ['src'],
  source: ['src', 'srcset'],
  track: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  link: ['href', 'imagesrcset'],
};

const urlsOf = ({ name, value }: Attribute) =>
  name.endsWith('srcset') ? value.split(',').map((part) => part.trim().split(/\s/)[0] ?? '') : [value];

/** The optional service that an element would call, if any. */
function serviceOf(config: RuntimeConfig, base: string, attributes: readonly Attribute[]) {
  const required = new Set(
    config.purposes.filter((purpose) => purpose.required).map((purpose) => purpose.id),
  );
  for (const text of attributes.flatMap(urlsOf)) {
    if (!URL.canParse(text, base)) continue;
    const service = findService(config.services, new URL(text, base));
    if (service && !service.purposes.every((id) => required.has(id))) return service;
  }
  return undefined;
}

/**
 * Changes the attributes of one element so that it asks nothing of an optional service before the core allows it:
 * `src` becomes `data-avowal-src` and so on, a script gets the type `text/plain`. Returns whether anything changed.
 * The answer of the visitor plays no part, so that one page serves everybody and caches work.
 */
export function gateAttributes(
  tagName: string,
  attributes: Attribute[],
  config: RuntimeConfig,
  base: string,
): boolean {
  const isScript = tagName === 'script';
  const loading = LOADING[tagName];
  if (!loading || attributes.some(({ name }) => name === 'data-avowal')) return false;
  const calls = attributes.filter(({ name }) => loading.includes(name));
  const service = serviceOf(config, base, calls);
  if (!service) return false;
  if (isScript) {
    const type = attributes.find(({ name }) => name === 'type');
    if (type) type.name = 'data-avowal-type';
    attributes.unshift({ name: 'type', value: 'text/plain' });
  } else {
    for (const call of calls) call.name = `data-avowal-${call.name}`;
  }
  attributes.push({ name: 'data-avowal', value: service.id });
  return true;
}
