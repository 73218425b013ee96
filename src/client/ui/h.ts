type Child = Node | string | null | undefined | false;
type Attributes = Readonly<Record<string, string | boolean | undefined | ((event: Event) => void)>>;

/** Makes an element: functions become listeners, `true` an empty attribute, what is empty none. Never parses HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...(children.filter(Boolean) as (Node | string)[]));
  return element;
}
