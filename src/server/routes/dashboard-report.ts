import { scanPage } from '../dashboard/scan-page.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/sites/:site/report',
  summary: 'Dashboard: the report of the last scan of a site.',
  access: 'key',
  handle: (c, server) => scanPage(c, server, 'report.html'),
};
export default route;
