/** Parameters that tell where a visitor came from: the page is the same without them. */
const CAMPAIGN = /^(utm_\w+|gclid|fbclid|msclkid|dclid|mc_[ce]id|yclid|igshid)$/i;

/** Following these would change something or end a signed-in scan. */
const UNSAFE =
  /(log|sign)[-_]?(out|off)|abmelden|ausloggen|deconnexion|cerrar-sesion|unsubscribe|add-to-cart|[?&](action|do)=(delete|remove|logout)|\/(delete|remove)(\/|$)/i;

/** Files that hold no page. */
const FILES =
  /\.(pdf|zip|gz|tgz|bz2|xz|7z|rar|exe|msi|dmg|deb|rpm|apk|iso|jpe?g|png|gif|webp|avif|svg|ico|mp[34]|m4[av]|webm|og[gv]|wav|mov|avi|woff2?|ttf|css|m?js|json|xml|rss|atom|txt|csv|docx?|xlsx?|pptx?|od[tsp]|ics)$/i;

/** The page's address as the crawl knows it: no fragment, no campaign parameters; `undefined` where it is not http(s). */
export function normalizeUrl(text: string, base?: string): string | undefined {
  const url = URL.parse(text, base);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  url.hash = '';
  const campaign = [...url.searchParams.keys()].filter((name) => CAMPAIGN.test(name));
  for (const name of campaign) url.searchParams.delete(name);
  return url.href.slice(0, 2048) === url.href ? url.href : undefined;
}

const bareHost = (url: URL) => `${url.hostname.replace(/^www\./, '')}:${url.port}`;

/** The same site = the same host, with or without `www.`, on the same port; http and https alike. */
export function isSameSite(url: string, site: string): boolean {
  const [a, b] = [URL.parse(url), URL.parse(site)];
  return a !== null && b !== null && bareHost(a) === bareHost(b);
}

/** Whether the crawl may follow a link: a page, and nothing that signs out, deletes or buys. */
export function isFollowable(url: string): boolean {
  const { pathname, search } = new URL(url);
  return !FILES.test(pathname) && !UNSAFE.test(pathname + search);
}
