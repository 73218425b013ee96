import type { StoredChoice } from '../../model/choice.ts';
import type { ConsentRecord } from '../../model/consent-record.ts';
import { isOnDomains } from '../../model/is-on-domains.ts';
import { ProblemError } from '../problem.ts';
import type { ServerContext } from '../server-context.ts';
import type { Site } from '../sites/site-registry.ts';
import type { SiteVersion } from '../sites/site-version.ts';
import { carriedChoice } from './carried-choice.ts';
import { findSource } from './find-source.ts';
import type { Redemption } from './handover-request.ts';
import { readToken } from './handover-token.ts';

/** A choice that counts on another domain from now on, and its record, which is durable. */
export interface Redeemed {
  readonly choice: StoredChoice;
  readonly record: ConsentRecord;
  readonly version: SiteVersion;
  /** Domain that the choice came from. */
  readonly from: string;
}

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).hostname : '');

/** Whether the choice held here was made after the one that came along; one that has no record yet was made just now. */
async function isNewer(held: string | undefined, source: ConsentRecord, { store }: ServerContext) {
  if (held === undefined) return false;
  const record = await store.findRecord([source.site], held);
  return !record || record.receivedAt >= source.receivedAt;
}

/**
 * Takes a token in on a page of the domain `to`. `undefined` where it changes nothing: the choice has ended, the visitor
 * has answered here since, or the browser objects by a signal. Throws ProblemError.
 */
export async function redeemToken(
  { token, referrer, configHash, held }: Redemption,
  { to, gpc }: { readonly to: string | undefined; readonly gpc: boolean },
  site: Site,
  server: ServerContext,
): Promise<Redeemed | undefined> {
  const now = new Date();
  const ticket = readToken(token, server.handoverSecret, now.getTime());
  const { from } = ticket;
  // Somebody else's page could lead here with the token of a visit of its own.
  if (ticket.site !== site.config.site.id || ticket.to !== to || !isOnDomains(hostOf(referrer), [from]))
    throw new ProblemError('handover-elsewhere');
  const source = await findSource(server.store, ticket.site, ticket.record, ticket.consentId);
  const version = await server.sites.findVersion(site, configHash, now);
  if (!version) throw new ProblemError('unknown-configuration');

  const carried = await carriedChoice(source, version.question, server.store, now.getTime());
  if (!carried || (await isNewer(held, source, server))) return undefined;
  const { purposes, services } = carried;
  const grants = Object.values({ ...purposes, ...services }).includes('granted');
  // Only a word that was given on this very domain would stand against the signal (US-GPC-001).
  if (grants && gpc && site.runtime.regime.gpc === 'deny') return undefined;

  const whole = version.question.purposes.every(({ id, required }) => required || purposes[id]);
  const kept = await server.store.keepRecord({
    ...source,
    id: ticket.id,
    // What has changed since is not carried along, and is asked.
    action: whole ? source.action : 'save',
    layer: 'handover',
    configHash,
    gpc,
    clientTime: now.toISOString(),
    supersedes: held ?? null,
    purposes,
    services,
    receivedAt: now.toISOString(),
    bundleHash: version.bundleHash,
    handover: { record: source.id, from, to: ticket.to },
  });
  // One that was erased since has been used too.
  if (!kept?.isNew) throw new ProblemError('handover-used');
  return { choice: { ...carried, recordId: ticket.id }, record: kept.record, version, from };
}
