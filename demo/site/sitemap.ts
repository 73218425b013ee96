import { answer, type DemoAnswer } from '../demo-exchange.ts';
import { type DemoMode, demoUrl } from '../demo-mode.ts';
import { SITE_HOST } from './site-host.ts';

const address = (path: string, mode: DemoMode) => demoUrl(`https://${SITE_HOST}${path}`, mode);

/** `/sitemap.xml` with the given paths. */
export function sitemap(paths: readonly string[], mode: DemoMode): DemoAnswer {
  const urls = paths.map((path) => `<url><loc>${address(path, mode)}</loc></url>`).join('\n');
  return answer(
    'application/xml; charset=utf-8',
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`,
  );
}

/** `/robots.txt`: everything may be read but the basket. */
export const robots = (mode: DemoMode): DemoAnswer =>
  answer(
    'text/plain; charset=utf-8',
    `User-agent: *\nAllow: /\nDisallow: /basket\nSitemap: ${address('/sitemap.xml', mode)}\n`,
  );
