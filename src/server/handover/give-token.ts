import type { HandoverToken } from '../../model/handover.ts';
import { ProblemError } from '../problem.ts';
import type { ServerContext } from '../server-context.ts';
import type { Site } from '../sites/site-registry.ts';
import { findSource } from './find-source.ts';
import type { TokenRequest } from './handover-request.ts';
import { makeToken } from './handover-token.ts';

/** Signs a token for a link from one domain of the site (`from`) to another. Throws ProblemError. */
export async function giveToken(
  { record, consentId, to }: TokenRequest,
  from: string | undefined,
  site: Site,
  server: ServerContext,
): Promise<HandoverToken> {
  const { id, domains } = site.config.site;
  if (!from || from === to || !domains.includes(to)) throw new ProblemError('handover-elsewhere');
  const source = await findSource(server.store, id, record, consentId);
  const facts = { site: id, record: source.id, consentId, from, to };
  return { token: makeToken(facts, server.handoverSecret, Date.now()) };
}
