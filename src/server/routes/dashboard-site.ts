import { dayRows, firstDay } from '../dashboard/days.ts';
import { pageResponse } from '../dashboard/page-response.ts';
import { RECORDS_PER_PAGE } from '../dashboard/records-card.ts';
import { sitePage } from '../dashboard/site-page.ts';
import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';
import { readAudit, readInventory } from '../scans/read-scan.ts';

const route: Route = {
  method: 'get',
  path: '/sites/:site',
  summary: 'Dashboard: one site; ?consent= finds the records of a visitor.',
  access: 'key',
  handle: async (c, server) => {
    const id = c.req.param('site') ?? '';
    const site = server.sites.get(id);
    if (!site) throw new ProblemError('unknown-site');
    const now = new Date();
    const consentId = (c.req.query('consent') ?? '').trim().slice(0, 64);
    const before = c.req.query('before') ?? '';
    const beforeId = c.req.query('id') ?? '';
    const [counts, purposes, records, inventory, audit, report] = await Promise.all([
      server.store.countActions(id, firstDay(now)),
      server.store.countPurposes(id, firstDay(now)),
      server.store.listRecords(id, {
        limit: RECORDS_PER_PAGE,
        ...(consentId && { consentId }),
        ...(!Number.isNaN(Date.parse(before)) && { before, beforeId }),
      }),
      readInventory(server.scans, id),
      readAudit(server.scans, id),
      server.scans.read(id, 'report.html'),
    ]);
    return pageResponse(
      sitePage({
        site,
        base: server.publicUrl,
        rows: dayRows(counts, now),
        purposes,
        records,
        consentId,
        inventory,
        audit,
        hasReport: report !== undefined,
      }),
    );
  },
};
export default route;
