import type { PageLink } from '../../model/notice-facts.ts';

/** What a document says. */
export interface DocumentText {
  readonly language: string;
  readonly text: string;
}

/** All text of the document, folded parts and open shadow roots included. Runs inside the page, as text: it must stand alone. */
export function readDocumentText(): DocumentText {
  const MOST_TEXT = 100_000;
  const parts: string[] = [];
  let length = 0;
  const walk = (node: Node): void => {
    if (length > MOST_TEXT) return;
    if (node instanceof Text) {
      parts.push(node.data);
      length += node.data.length;
    }
    if (node instanceof Element) {
      if (node.matches('script,style,template,noscript')) return;
      if (node.shadowRoot) walk(node.shadowRoot);
      parts.push(' ');
    }
    for (const child of node.childNodes) walk(child);
  };
  if (document.body) walk(document.body);
  return {
    language: document.documentElement.lang.slice(0, 35),
    text: parts.join('').replace(/\s+/g, ' ').trim().slice(0, MOST_TEXT),
  };
}

/** The visible links of the document to other pages, open shadow roots included. Runs inside the page, as text: it must stand alone. */
export function readLinks(): PageLink[] {
  const links: PageLink[] = [];
  const here = location.href.replace(/#.*/, '');
  const collect = (root: Document | ShadowRoot) => {
    for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const isElsewhere = /^https?:/.test(link.href) && link.href.replace(/#.*/, '') !== here;
      if (isElsewhere && links.length < 2000 && link.checkVisibility({ visibilityProperty: true }))
        links.push({
          text: (link.innerText || link.getAttribute('aria-label') || '')
            .replace(/\s+/g, ' ')
            .trim()
            .slice(0, 100),
          url: link.href.slice(0, 2048),
        });
    }
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) collect(element.shadowRoot);
  };
  collect(document);
  return links;
}
