import { notice } from './notice-config.ts';
import { CSS } from './style.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(CSS + notice.layout + notice.theme);

/** Gives an element a styled open shadow root in the notice's language and direction. */
export function shadowOf(host: HTMLElement): ShadowRoot {
  host.lang = notice.locale;
  host.dir = notice.dir;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  return root;
}
