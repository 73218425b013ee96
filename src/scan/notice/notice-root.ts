/**
 * The notice that a control stands in: the nearest dialog or box that floats, else the outermost box. Runs inside the page,
 * as text: it must stand alone.
 */
export function noticeRoot(control: Element): Element {
  const parentOf = (element: Element): Element | null => {
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  };
  const isNotice = (element: Element) =>
    element.matches('dialog,[role=dialog],[role=alertdialog]') ||
    /^(fixed|sticky)$/.test(getComputedStyle(element).position);
  const isBody = (element: Element) => element === document.body || element === document.documentElement;
  let notice = parentOf(control) ?? control;
  for (let at: Element | null = notice; at && !isBody(at); at = parentOf(at)) {
    notice = at;
    if (isNotice(at)) break;
  }
  return notice;
}
