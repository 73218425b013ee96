import { answer, type DemoAnswer, type DemoRequest, notFound } from '../demo-exchange.ts';
import { demoUrl } from '../demo-mode.ts';
import { buildSignFont } from './sign-font.ts';

const FONT = buildSignFont();
const FONT_URL = 'https://fonts.gstatic.com/s/kopanosign/v1/sign.woff2';
/** The page of another origin may use the font only if it is told so (Fetch §3.3). */
const ANY_ORIGIN = { 'access-control-allow-origin': '*' };

/** fonts.googleapis.com and fonts.gstatic.com: a style sheet that names a font, and the font. */
export function googleFonts({ url, mode }: DemoRequest): DemoAnswer {
  if (url.hostname === 'fonts.googleapis.com' && url.pathname === '/css2') {
    const css = `@font-face{font-family:"Kopano Sign";font-display:swap;src:url(${demoUrl(FONT_URL, mode)}) format("woff2")}`;
    return answer('text/css; charset=utf-8', css);
  }
  if (url.href !== FONT_URL) return notFound();
  const font = answer('font/woff2', FONT);
  return { ...font, headers: { ...font.headers, ...ANY_ORIGIN } };
}
