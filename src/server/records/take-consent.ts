import type { IncomingMessage } from 'node:http';
import type { ConsentRecord } from '../../model/consent-record.ts';
import { ProblemError } from '../problem.ts';
import { requestAddress } from '../request-address.ts';
import type { ServerContext } from '../server-context.ts';
import type { SiteVersion } from '../sites/site-version.ts';
import { checkAnswers } from './check-answers.ts';
import { hasGpcHeader } from './has-gpc-header.ts';
import { isSameSubmission, makeRecord, submissionOf } from './make-record.ts';
import { readSubmission } from './read-submission.ts';
import { requireOrigin } from './require-origin.ts';

/** A record that is durable, and whether this request made it. */
export interface TakenConsent {
  readonly record: ConsentRecord;
  readonly version: SiteVersion;
  readonly isNew: boolean;
}

/** Takes one submission in; returns only after its record is durable. Throws ProblemError. */
export async function takeConsent(request: IncomingMessage, server: ServerContext): Promise<TakenConsent> {
  if (!server.limiter(requestAddress(request, server))) throw new ProblemError('too-many-requests');
  const { headers } = request;
  const sent = await readSubmission(request);
  // The header counts too: a page may hide the property from its scripts.
  const submission = !sent.gpc && hasGpcHeader(headers) ? { ...sent, gpc: true } : sent;
  const site = server.sites.get(submission.site);
  if (!site) throw new ProblemError('unknown-site');
  requireOrigin(headers.origin ?? null, site.config.site.domains, server.ownOrigins);
  const { uiRevision, issuedOn } = server.readSnapshot(sent.snapshot, submission);
  const version = await server.sites.findVersion(site, submission.configHash, new Date(), uiRevision);
  if (!version) throw new ProblemError('unknown-configuration');
  checkAnswers(submission, version.config);

  const made = makeRecord(submission, version, issuedOn, new Date());
  const kept = await server.store.keepRecord(made);
  if (!kept) throw new ProblemError('erased');
  const { record, isNew } = kept;
  // Same id, other content: the kept record stays as it is, and the sender learns that this one was not taken.
  if (!isNew && !isSameSubmission(record, submissionOf(made))) throw new ProblemError('id-taken');
  return { record, version, isNew };
}
