import type { ConsentRecord } from '../../model/consent-record.ts';
import { numberInQuery } from '../number-in-query.ts';
import { ProblemError } from '../problem.ts';
import type { Route, RouteRequest } from '../route.ts';

const MOST = 100;

/** Where a page ends: time and id of its last record, so that nothing is lost or doubled between two pages. */
const cursorOf = ({ receivedAt, id }: ConsentRecord) => `${receivedAt}_${id}`;

function placeInQuery(c: RouteRequest): { readonly before?: string; readonly beforeId?: string } {
  const [before = '', beforeId = ''] = c.req.query('after')?.split('_') ?? [];
  const time = before || c.req.query('before');
  if (time === undefined) return {};
  if (Number.isNaN(Date.parse(time))) {
    throw new ProblemError(
      'invalid-query',
      'before is a time, ISO 8601; after is what "next" of the page before says.',
    );
  }
  return { before: new Date(time).toISOString(), ...(beforeId && { beforeId }) };
}

const route: Route = {
  method: 'get',
  path: '/api/v1/sites/:site/records',
  summary: 'Records of a site, newest first, and where the next page begins.',
  query: {
    consent: 'Only those of this consent id.',
    before: 'Only those received before this time, ISO 8601.',
    after: 'The page after: "next" of the page before.',
    limit: `At most so many, up to ${MOST}. Default: ${MOST}.`,
  },
  access: 'key',
  scope: 'records',
  handle: async (c, server) => {
    const id = c.req.param('site') ?? '';
    if (!server.sites.get(id)) throw new ProblemError('unknown-site');
    const limit = numberInQuery(c, 'limit', MOST);
    if (limit < 1 || limit > MOST) throw new ProblemError('invalid-query', `limit is 1 to ${MOST}.`);
    const consentId = c.req.query('consent');
    const records = await server.store.listRecords(id, {
      limit,
      ...(consentId && { consentId }),
      ...placeInQuery(c),
    });
    const last = records.at(-1);
    const next = last && records.length === limit ? cursorOf(last) : null;
    return c.json({ records, next }, 200, { 'cache-control': 'no-store' });
  },
};
export default route;
