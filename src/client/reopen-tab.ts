const CSS = `button{all:initial;position:fixed;z-index:2147483000;inset-inline-start:12px;bottom:0;padding:8px 14px;font:600 13px system-ui,sans-serif;color:#18211e;background:#fff;border:1px solid #7c8883;border-radius:9px 9px 0 0;cursor:pointer}button:focus-visible{outline:3px solid #0f8f78}@media(prefers-color-scheme:dark){button{color:#e8eeea;background:#1a211e}}@media print{button{display:none}}`;

/** The tab at the edge of the page that opens the preferences again, on every page (WDR-001). */
export function showReopenTab(label: string): void {
  const host = document.createElement('avowal-tab');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  button.textContent = label;
  button.setAttribute('data-avowal-action', 'open');
  root.append(button);
  document.body.append(host);
}
