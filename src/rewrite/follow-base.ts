import type { Attribute } from './gate-attributes.ts';

/**
 * Returns a function that is told every start tag in order and answers with the address that relative URLs start from
 * there: `start`, until a first `<base href>` names another (HTML §4.2.3). A base that is no web address does not count.
 */
export function followBase(start: string): (tagName: string, attributes: readonly Attribute[]) => string {
  let base = start;
  let isNamed = false;
  return (tagName, attributes) => {
    const href = tagName === 'base' && attributes.find(({ name }) => name === 'href');
    if (href && !isNamed) {
      isNamed = true;
      const named = URL.parse(href.value, start);
      if (named && /^https?:$/.test(named.protocol)) base = named.href;
    }
    return base;
  };
}
