import { fillText } from '../../knowledge/fill-text.ts';
import { findLocale } from '../../knowledge/locale.ts';
import type { HandedOver } from '../../model/handover.ts';
import { corsHeaders } from '../cors-headers.ts';
import { giveToken } from '../handover/give-token.ts';
import { HANDOVER_SCHEMA, readHandover } from '../handover/handover-request.ts';
import { redeemToken } from '../handover/redeem-token.ts';
import { ProblemError, problemResponse } from '../problem.ts';
import { deleteDeniedCookies } from '../records/delete-denied-cookies.ts';
import { hasGpcHeader } from '../records/has-gpc-header.ts';
import { ownDomain } from '../records/own-domain.ts';
import { choiceCookies } from '../records/refresh-choice-cookie.ts';
import { requireOrigin } from '../records/require-origin.ts';
import { requestAddress } from '../request-address.ts';
import type { Route, RouteRequest } from '../route.ts';
import type { ServerContext } from '../server-context.ts';
import { toProblem } from '../to-problem.ts';

async function handover(
  c: RouteRequest,
  server: ServerContext,
): Promise<{ body: object; cookies?: readonly string[] }> {
  const { headers } = c.req.raw;
  if (!server.limiter(requestAddress(c.env.incoming, server))) throw new ProblemError('too-many-requests');
  const step = await readHandover(c.env.incoming);
  const site = server.sites.get(step.site);
  if (!site) throw new ProblemError('unknown-site');
  const { domains } = site.config.site;
  const origin = headers.get('origin') ?? '';
  requireOrigin(origin || null, domains, server.ownOrigins);
  const here = domains.find((domain) => `.${new URL(origin).hostname}`.endsWith(`.${domain}`));
  if ('to' in step) return { body: await giveToken(step, here, site, server) };

  const redeemed = await redeemToken(
    step,
    { to: here, gpc: hasGpcHeader(c.env.incoming.headers) },
    site,
    server,
  );
  if (!redeemed) return { body: {} };
  const { choice, record, version, from } = redeemed;
  const place = { domain: here ?? '', origin, cookies: headers.get('cookie') ?? '' };
  const cookies = choiceCookies(choice, version.question, place, Date.now());
  const { handedOver } = findLocale(record.locale).notice;
  const body: HandedOver = {
    choice,
    action: record.action,
    cookie: cookies.at(-1) ?? '',
    message: fillText(handedOver, { domain: from }),
  };
  const host = new URL(c.req.url).hostname;
  const isOwn = ownDomain(domains, { publicUrl: server.publicUrl, host, origin }) === here;
  return { body, cookies: isOwn ? [...cookies, ...deleteDeniedCookies(record, version.config, place)] : [] };
}

const route: Route = {
  method: 'post',
  path: '/api/v1/handovers',
  summary:
    'Hands a choice over between domains of a site: gives a token for a link, and redeems it once, within a minute, where the link leads.',
  access: 'public',
  body: HANDOVER_SCHEMA,
  handle: async (c, server) => {
    const cors = corsHeaders(c.req.raw.headers.get('origin'), server);
    try {
      const { body, cookies = [] } = await handover(c, server);
      return c.json(body, 200, { ...cors, 'cache-control': 'no-store', 'set-cookie': [...cookies] });
    } catch (error) {
      const response = problemResponse(toProblem(error, server.log));
      for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
      return response;
    }
  },
};
export default route;
