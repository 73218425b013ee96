import { type ObservedTracker, SCENARIOS } from '../../model/inventory.ts';
import { isCookie } from '../../model/tracker.ts';
import { ALL_MODES, type Audit, type Judgement } from '../audit.ts';
import { scenarioEvidence, trackerEvidence } from '../judge/evidence.ts';
import { trackerSubject } from '../judge/names.ts';

/** Thirteen calendar months are 398 days at most, with a day for the clock. */
const LONGEST = 398 * 86_400;

interface Weakness {
  readonly what: string;
  readonly verdict: 'fail' | 'review';
  readonly message: string;
  readonly todo: string;
}

function* weaknesses(cookie: ObservedTracker, isSecureSite: boolean): Generator<Weakness> {
  const { name, party, attributes, lifetimeSeconds, purpose, kind } = cookie;
  if (lifetimeSeconds !== null && lifetimeSeconds > LONGEST)
    yield {
      what: 'lifetime',
      verdict: 'fail',
      message: `${name} lives ${Math.round(lifetimeSeconds / 86_400)} days, longer than 13 months.`,
      todo: 'Give it a shorter life; many services have a setting for it.',
    };
  // Only the site's own cookies are the site's to write otherwise.
  if (party !== 'first' || !attributes) return;
  if (isSecureSite && !attributes.secure)
    yield {
      what: 'secure',
      verdict: 'fail',
      message: `${name} is not Secure: it travels over plain HTTP too.`,
      todo: 'Set it with "Secure".',
    };
  if (attributes.sameSite === null)
    yield {
      what: 'same-site',
      verdict: 'fail',
      message: `${name} does not say when other sites' requests carry it.`,
      todo: 'Set it with "SameSite=Lax" or "SameSite=Strict".',
    };
  if (attributes.sameSite === 'None')
    yield {
      what: 'same-site',
      verdict: 'review',
      message: `${name} travels with requests of other sites (SameSite=None).`,
      todo: 'Set it with "SameSite=Lax", unless the site must be used inside others.',
    };
  if (kind === 'http-cookie' && purpose === 'necessary' && !attributes.httpOnly)
    yield {
      what: 'http-only',
      verdict: 'review',
      message: `${name} is necessary, set by the server, and open to every script of the page.`,
      todo: 'Set it with "HttpOnly", unless a script of the site must read it.',
    };
}

const audit: Audit = {
  id: 'cookie-attributes',
  title: 'Cookies are protected and do not outlive 13 months',
  description:
    'Secure on sites over HTTPS, SameSite, HttpOnly for necessary cookies of the server: for cookies of the site itself. A life of 13 months at most: for all. Attributes are those that the browser took.',
  rules: ['LAW-BLOCK-007', 'LAW-STO-009'],
  modes: ALL_MODES,
  severity: 'warning',
  judge({ inventory }) {
    const cookies = inventory.trackers.filter(({ kind }) => isCookie(kind));
    const isSecureSite = inventory.site.startsWith('https:');
    if (cookies.length === 0)
      return [
        {
          verdict: 'inapplicable',
          subject: 'cookies',
          message: 'The scan saw no cookie.',
          evidence: [scenarioEvidence(inventory, 'none')],
        },
      ];
    const troubles = cookies.flatMap((cookie): Judgement[] =>
      [...weaknesses(cookie, isSecureSite)].map(({ what, ...weakness }) => ({
        ...weakness,
        subject: `${what} ${trackerSubject(cookie)}`,
        evidence: trackerEvidence(cookie, SCENARIOS),
      })),
    );
    if (troubles.length > 0) return troubles;
    const evidence = cookies.slice(0, 5).flatMap((cookie) => trackerEvidence(cookie, SCENARIOS).slice(0, 1));
    const message = `The attributes of all ${cookies.length} cookies are as they should be.`;
    return [{ verdict: 'pass', subject: 'cookies', message, evidence }];
  },
};

export default audit;
