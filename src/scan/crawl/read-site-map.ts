import { XMLParser } from 'fast-xml-parser';
import robotsModule from 'robots-parser';
import { type FetchRules, fetchText } from './fetch-text.ts';

// Its types say that the module has a default export; in Node the module is the function.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

/** What a site tells crawlers. */
export interface SiteMap {
  /** Whether robots.txt lets a crawler read the page. */
  isAllowed(url: string): boolean;
  /** Pages of the sitemaps, in their order. */
  readonly pages: readonly string[];
  /** Milliseconds that robots.txt asks to leave between pages. */
  readonly crawlDelay: number;
}

const MOST_FILES = 20;
const MOST_PAGES = 5000;

const parser = new XMLParser({
  ignoreAttributes: true,
  processEntities: false,
  parseTagValue: false,
  isArray: (name) => name === 'url' || name === 'sitemap',
});

interface SitemapXml {
  readonly urlset?: { readonly url?: readonly { readonly loc?: unknown }[] };
  readonly sitemapindex?: { readonly sitemap?: readonly { readonly loc?: unknown }[] };
}

const locations = (entries: readonly { readonly loc?: unknown }[] | undefined): string[] =>
  (entries ?? []).flatMap(({ loc }) =>
    typeof loc === 'string' ? [loc.trim().replaceAll('&amp;', '&')] : [],
  );

function parseSitemap(text: string): { readonly pages: string[]; readonly more: string[] } {
  try {
    const xml = parser.parse(text) as SitemapXml;
    return { pages: locations(xml.urlset?.url), more: locations(xml.sitemapindex?.sitemap) };
  } catch {
    return { pages: [], more: [] };
  }
}

/** Reads robots.txt and the sitemaps that it names, else `/sitemap.xml`. */
export async function readSiteMap(firstPage: string, rules: FetchRules): Promise<SiteMap> {
  const robotsUrl = new URL('/robots.txt', firstPage).href;
  const robots = robotsParser(robotsUrl, (await fetchText(robotsUrl, rules)) ?? '');
  const named = robots.getSitemaps();
  const files = named.length > 0 ? named : [new URL('/sitemap.xml', firstPage).href];
  const pages: string[] = [];
  for (let index = 0; index < Math.min(files.length, MOST_FILES); index += 1) {
    const text = await fetchText(files[index] ?? '', rules);
    if (text === undefined) continue;
    const found = parseSitemap(text);
    pages.push(...found.pages.slice(0, MOST_PAGES - pages.length));
    files.push(...found.more.filter((url) => !files.includes(url)));
  }
  return {
    isAllowed: (url) => robots.isAllowed(url, 'Avowal') ?? true,
    pages,
    crawlDelay: (robots.getCrawlDelay('Avowal') ?? 0) * 1000,
  };
}
