import { scanPage } from '../dashboard/scan-page.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/sites/:site/audit',
  summary: 'Dashboard: what the audits say of the last scan of a site, with evidence.',
  access: 'key',
  handle: (c, server) => scanPage(c, server, 'audit.html'),
};
export default route;
