/** Attributes through which an element makes a browser send a request by itself, or at a click besides the navigation. */
export const LOADING_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    script: ['src', 'href', 'xlink:href'],
    link: ['href', 'imagesrcset'],
    img: ['src', 'srcset'],
    // In HTML another name of img; in SVG an element of its own.
    image: ['src', 'srcset', 'href', 'xlink:href'],
    source: ['src', 'srcset'],
    video: ['src', 'poster'],
    audio: ['src'],
    track: ['src'],
    iframe: ['src'],
    frame: ['src'],
    embed: ['src'],
    object: ['data'],
    input: ['src'],
    use: ['href', 'xlink:href'],
    feimage: ['href', 'xlink:href'],
    body: ['background'],
    table: ['background'],
    thead: ['background'],
    tbody: ['background'],
    tfoot: ['background'],
    tr: ['background'],
    td: ['background'],
    th: ['background'],
  }),
);

/** Presentation attributes of SVG that take the address of a resource (SVG 2 §6.6). */
export const SVG_CSS_ATTRIBUTES: ReadonlySet<string> = new Set([
  'clip-path',
  'cursor',
  'fill',
  'filter',
  'marker',
  'marker-end',
  'marker-mid',
  'marker-start',
  'mask',
  'stroke',
]);

/** Types of links that no browser follows by itself (HTML §4.6.7, and others in wide use). */
const QUIET_LINKS = new Set([
  'alternate',
  'amphtml',
  'author',
  'bookmark',
  'canonical',
  'edituri',
  'help',
  'license',
  'me',
  'next',
  'nofollow',
  'noopener',
  'noreferrer',
  'pingback',
  'prev',
  'privacy-policy',
  'shortlink',
  'tag',
  'terms-of-service',
  'webmention',
  'wlwmanifest',
]);

/** Whether a link of this `rel` sends a request: unknown types may. */
export const isLoadingLink = (rel: string): boolean =>
  rel
    .toLowerCase()
    .split(/[\t\n\f\r ]+/)
    .some((type) => type !== '' && !QUIET_LINKS.has(type));
