import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '../problem.ts';

/** How long a token may be under way. */
const LIFETIME_MS = 60_000;

/** What a token says. */
export interface HandoverTicket {
  /** Also the id of the record that its redemption makes, so that it counts once. */
  readonly id: string;
  readonly site: string;
  /** Record of the choice that travels. */
  readonly record: string;
  readonly consentId: string;
  /** Domain that the link stands on. */
  readonly from: string;
  /** Domain that may take it. */
  readonly to: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const sign = (body: string, secret: string) => createHmac('sha256', secret).update(body).digest();

/** A token for one use within a minute, signed by this server. */
export function makeToken(facts: Omit<HandoverTicket, 'id' | 'until'>, secret: string, now: number): string {
  const ticket: HandoverTicket = { ...facts, id: randomUUID(), until: now + LIFETIME_MS };
  const body = Buffer.from(JSON.stringify(ticket)).toString('base64url');
  return `${body}.${sign(body, secret).toString('base64url')}`;
}

/** What a token says that this server signed no more than a minute ago. Throws ProblemError. */
export function readToken(token: string, secret: string, now: number): HandoverTicket {
  const [body = '', signature = '', ...more] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const wanted = sign(body, secret);
  if (more.length > 0 || given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new ProblemError('handover-forged');
  const ticket = JSON.parse(Buffer.from(body, 'base64url').toString()) as HandoverTicket;
  if (ticket.until <= now) throw new ProblemError('handover-expired');
  return ticket;
}
