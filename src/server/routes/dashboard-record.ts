import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { pageResponse } from '../dashboard/page-response.ts';
import { recordPage } from '../dashboard/record-page.ts';
import { ProblemError } from '../problem.ts';
import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/records/:id',
  summary: 'Dashboard: one record with everything that it proves.',
  access: 'key',
  handle: async (c, server) => {
    const sites = server.sites.all().map(({ config }) => config.site.id);
    const record = await server.store.findRecord(sites, c.req.param('id') ?? '');
    const config = record && (await server.store.findArtefact(record.configHash));
    if (!record || !config) throw new ProblemError('not-found', 'There is no record with this id.');
    return pageResponse(recordPage(record, JSON.parse(config.content) as ResolvedConfig));
  },
};
export default route;
