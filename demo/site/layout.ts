import { demoUrl } from '../demo-mode.ts';
import { escapeHtml } from './escape-html.ts';
import { SITE_HOST } from './site-host.ts';
import type { PageContext, SitePage } from './site-page.ts';

const NAVIGATION = [
  ['/product', 'Product', 'Produkt'],
  ['/blog/a-week-without-an-inbox', 'Blog', 'Blog'],
  ['/releases', 'Releases', 'Versionen'],
  ['/contact', 'Contact', 'Kontakt'],
] as const;

const TEXTS = {
  en: {
    home: '/',
    skip: 'Skip to the content',
    menu: 'Main',
    cookies: 'Cookie policy',
    settings: 'Cookie settings',
    privacy: 'Privacy',
    note: 'This is a demonstration. It is not run by, or connected with, any company named Kopano; the texts, prices and people on it are invented.',
    other: '<a href="/de/" lang="de" hreflang="de">Deutsch</a>',
  },
  de: {
    home: '/de/',
    skip: 'Zum Inhalt springen',
    menu: 'Hauptmenü',
    cookies: 'Cookie-Richtlinie',
    settings: 'Cookie-Einstellungen',
    privacy: 'Datenschutz',
    note: 'Dies ist eine Vorführung. Sie wird von keiner Firma namens Kopano betrieben und steht mit keiner in Verbindung; Texte, Preise und Personen sind erfunden.',
    other: '<a href="/" lang="en" hreflang="en">English</a>',
  },
} as const;

/** As Matomo tells its users to paste it. */
const matomoTag = (trackers: string) => `<script>
var _paq = window._paq = window._paq || [];
_paq.push(['trackPageView']);
_paq.push(['enableLinkTracking']);
(function () {
  var u = '${trackers}';
  _paq.push(['setTrackerUrl', u + 'matomo.php']);
  _paq.push(['setSiteId', '1']);
  var d = document, g = d.createElement('script'), s = d.getElementsByTagName('script')[0];
  g.async = true; g.src = u + 'matomo.js'; s.parentNode.insertBefore(g, s);
})();
</script>`;

function navigation(path: string, lang: 'en' | 'de'): string {
  return NAVIGATION.map(([href, en, de]) => {
    const current = path === href ? ' aria-current="page"' : '';
    return `<a href="${href}"${current}>${lang === 'de' ? de : en}</a>`;
  }).join('\n');
}

/** The whole document of a page. */
export function layout(page: SitePage, { mode, path }: PageContext): string {
  const lang = page.lang ?? 'en';
  const t = TEXTS[lang];
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(page.title)}</title>
<meta name="description" content="${escapeHtml(page.description)}">
<link rel="canonical" href="${demoUrl(`https://${SITE_HOST}${path}`, mode)}">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${demoUrl('https://fonts.googleapis.com/css2?family=Kopano+Sign&display=swap', mode)}">
<link rel="stylesheet" href="/assets/site.css">
<script src="/akam/13/4f2a9c1d" async></script>
${matomoTag(demoUrl('https://matomo.kopano.com/', mode))}
<script src="/assets/site.js" defer></script>
${page.head ?? ''}</head>
<body>
<header class="top">
<a class="skip" href="#content">${t.skip}</a><div class="wide">
<a class="sign" href="${t.home}"><svg viewBox="0 0 32 32" aria-hidden="true"><use href="/assets/icon.svg#mark"/></svg><span>kopano</span></a>
<nav aria-label="${t.menu}">
${navigation(path, lang)}
</nav>
</div></header>
<main id="content">
${page.main}
</main>
<footer class="bottom"><div class="wide">
<p class="links"><a href="/privacy">${t.privacy}</a> <a href="/cookie-policy">${t.cookies}</a>
<button type="button" class="link" data-avowal-action="open" data-needs-avowal hidden>${t.settings}</button> ${t.other}</p>
<p>${t.note}</p>
</div></footer>
</body>
</html>
`;
}
