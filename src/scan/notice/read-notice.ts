import type { NoticeReading } from '../../model/notice-facts.ts';

/** Reads what a notice says besides its buttons, and where its links lead. Runs inside the page, as text: it must stand alone. */
export function readNotice(notice: Element): NoticeReading {
  const MOST_TEXT = 6000;
  const MOST_PAGE_TEXT = 1500;
  const BUTTON = 'button,[role=button],input,select,textarea,[role=switch],[role=checkbox]';
  const words: string[] = [];
  const links: { text: string; url: string }[] = [];
  const clean = (text: string) => text.replace(/\s+/g, ' ').trim();
  const here = location.href.replace(/#.*/, '');
  const walk = (node: Node): void => {
    if (node instanceof Text) words.push(node.data);
    if (!(node instanceof Element || node instanceof ShadowRoot)) return;
    if (node instanceof Element) {
      if (node.matches('script,style,template,noscript')) return;
      if (!node.checkVisibility({ visibilityProperty: true })) return;
      if (node instanceof HTMLAnchorElement && links.length < 50) {
        const url = URL.parse(node.getAttribute('href') ?? '', document.baseURI);
        if (/^https?:$/.test(url?.protocol ?? '') && url?.href.replace(/#.*/, '') !== here)
          links.push({
            text: clean(node.innerText || node.getAttribute('aria-label') || '').slice(0, 100),
            url: url?.href ?? '',
          });
      }
      if (node.matches(BUTTON)) return;
      if (node.shadowRoot) walk(node.shadowRoot);
      words.push(' ');
    }
    for (const child of node.childNodes) walk(child);
  };
  walk(notice);
  let around = '';
  const walkPage = (node: Node): void => {
    if (node === notice || around.length > MOST_PAGE_TEXT) return;
    if (node instanceof Text) around += node.data.replace(/\s+/g, ' ');
    if (!(node instanceof Element)) return;
    if (node.matches('script,style,template,noscript') || !node.checkVisibility({ visibilityProperty: true }))
      return;
    around += ' ';
    for (const child of node.childNodes) walkPage(child);
  };
  if (document.body) walkPage(document.body);
  let language = '';
  for (let at: Element | null = notice; at && !language; ) {
    language = at.getAttribute('lang') ?? '';
    const root: Node = at.getRootNode();
    at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return {
    language: language.slice(0, 35),
    pageLanguage: document.documentElement.lang.slice(0, 35),
    text: clean(words.join('')).slice(0, MOST_TEXT),
    pageText: clean(around).slice(0, MOST_PAGE_TEXT),
    links,
  };
}
