import type { TagAttribute } from './read-tag.ts';

/** The address that relative URLs start from, followed through a page. */
export interface BaseFollower {
  readonly base: string;
  /** To be told every `<base>` of the page in order. */
  see(attributes: readonly Pick<TagAttribute, 'name' | 'value'>[]): void;
}

/**
 * It is `start`, until a first `<base href>` names another (HTML §4.2.3). A base that is no web address does not count.
 */
export function followBase(start: string): BaseFollower {
  let base = start;
  let isNamed = false;
  return {
    get base() {
      return base;
    },
    see(attributes) {
      const href = attributes.find(({ name }) => name === 'href');
      if (!href || isNamed) return;
      isNamed = true;
      const named = URL.parse(href.value, start);
      if (named && /^https?:$/.test(named.protocol)) base = named.href;
    },
  };
}
