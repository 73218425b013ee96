const innerHtml = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');

/** Parses HTML where nothing of it loads or runs, past the blocker. Throws where the page demands trusted HTML and gets none. */
export function parseHtml(html: unknown): HTMLTemplateElement {
  const template = document.createElement('template');
  innerHtml?.set?.call(template, html);
  return template;
}
