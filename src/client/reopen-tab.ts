/** System colours follow the visitor's scheme, contrast settings included; the browser's own focus ring stays. */
const CSS =
  'button{position:fixed;bottom:0;inset-inline-start:12px;z-index:999999999;padding:8px 14px;font:600 13px system-ui;color-scheme:light dark;background:Canvas;border:1px solid;border-radius:8px 8px 0 0}@media print{button{display:none}}';

/** The tab at the edge of the page that opens the preferences again, on every page (WDR-001). */
export function showReopenTab(label: string): void {
  const host = document.createElement('avowal-tab');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  button.textContent = label;
  button.dataset.avowalAction = 'open';
  root.append(button);
  document.body?.append(host);
}
