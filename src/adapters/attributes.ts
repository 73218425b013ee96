/** Attributes by the names that frameworks give them: `allowFullScreen`, `referrerPolicy`, `data-domain`. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An attribute that would run a script or load something past the gate. */
const isUnsafe = (name: string) => /^(on|$|src$|srcdoc$|srcset$)|[^a-z0-9-]/.test(name);

function* entriesOf(attributes: Attributes): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(attributes)) {
    const name = key.toLowerCase();
    if (value === undefined || value === false || isUnsafe(name)) continue;
    yield [name, value === true ? '' : String(value)];
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

/** An empty element as HTML. */
export function elementMarkup(tag: 'iframe' | 'script', attributes: Attributes): string {
  const text = [...entriesOf(attributes)].map(
    ([name, value]) => ` ${name}="${value.replace(/[&"<>]/g, (sign) => ESCAPES[sign] as string)}"`,
  );
  return `<${tag}${text.join('')}></${tag}>`;
}

/** The same element in the page of the browser. */
export function createElement<T extends 'iframe' | 'script'>(
  tag: T,
  attributes: Attributes,
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  for (const [name, value] of entriesOf(attributes)) element.setAttribute(name, value);
  return element;
}

const BASE = 'https://relative.invalid';

/** The address, where it is one of the web; `javascript:` and the like must not get into a page through data. */
export const webAddress = (src: string): string | undefined =>
  URL.canParse(src, BASE) && /^https?:$/.test(new URL(src, BASE).protocol) ? src : undefined;
