import { dayRows, firstDay } from '../dashboard/days.ts';
import { pageResponse } from '../dashboard/page-response.ts';
import { sitesPage } from '../dashboard/sites-page.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/',
  summary: 'Dashboard: all sites, or the only one.',
  access: 'key',
  handle: async (c, server) => {
    const sites = server.sites.all();
    const [only] = sites;
    if (only && sites.length === 1) return c.redirect(`/sites/${only.config.site.id}`, 302);
    const now = new Date();
    const summaries = await Promise.all(
      sites.map(async (site) => ({
        site,
        rows: dayRows(await server.store.countActions(site.config.site.id, firstDay(now)), now),
      })),
    );
    return pageResponse(sitesPage(summaries));
  },
};
export default route;
