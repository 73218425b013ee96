import { expect, it } from 'vitest';
import type { ConfigTracker } from '../../model/config.ts';
import { auditInput, sessionCookie, siteConfig, tracker } from '../testing/audited-site.ts';
import audit from './declared-vs-observed.ts';

const declared: ConfigTracker = {
  name: '_pk_id.*',
  kind: 'js-cookie',
  party: 'first',
  purpose: 'counting',
  lifetimeSeconds: 33_955_200,
};
const judge = (
  entries: readonly ConfigTracker[],
  inventory: Parameters<typeof auditInput>[0] = { trackers: [tracker()] },
) => audit.judge(auditInput(inventory, { config: siteConfig({ trackers: [...entries] }) }));
const verdicts = (...args: Parameters<typeof judge>) =>
  judge(...args).map(({ verdict, subject }) => `${verdict} ${subject}`);

const SEEN = 'js-cookie _pk_id.* www.example.org';

it('POL-005 passes where everything seen is declared as it is, and everything declared was seen', () => {
  expect(verdicts([declared])).toEqual(['pass configuration']);
});

it.each([
  ['POL-005 a tracker that is not declared', [], `fail undeclared ${SEEN}`],
  [
    'POL-005 a life longer than declared',
    [{ ...declared, lifetimeSeconds: 86_400 }],
    `fail lifetime ${SEEN}`,
  ],
  ['POL-005 a life declared as a session', [{ ...declared, lifetimeSeconds: null }], `fail lifetime ${SEEN}`],
  [
    'POL-005 a party that is another one',
    [{ ...declared, host: 'example.org', party: 'third' as const }],
    `fail party ${SEEN}`,
  ],
  ['POL-005 statistics called necessary', [{ ...declared, purpose: 'needed' }], `fail purpose ${SEEN}`],
  [
    'POL-005 a declaration of something that is not there',
    [declared, { name: 'old', kind: 'js-cookie' as const, purpose: 'counting' }],
    'fail ghost js-cookie old',
  ],
])('finds %s', (_, entries, expected) => {
  expect(verdicts(entries)).toEqual([expected]);
});

it('only warns of a shorter life than declared, and of a declaration without a tracker', () => {
  const severities = judge([
    { ...declared, lifetimeSeconds: 60_000_000 },
    { name: 'old', kind: 'js-cookie', purpose: 'counting' },
  ]).map(({ severity }) => severity);
  expect(severities).toEqual(['warning', 'warning']);
});

it('takes months of different lengths for the same', () => {
  expect(verdicts([{ ...declared, lifetimeSeconds: 33_955_200 + 3 * 86_400 }])).toEqual([
    'pass configuration',
  ]);
});

it('calls nothing a ghost after a scan that nobody accepted anything in', () => {
  const scenarios = [{ scenario: 'none', outcome: 'done' }] as const;
  const entries = [declared, { ...declared, name: 'old' }];
  expect(verdicts(entries, { trackers: [tracker()], scenarios })).toEqual(['review ghosts']);
});

it('leaves out what Avowal itself keeps', () => {
  const own = { ...sessionCookie, name: 'avowal', service: 'avowal' };
  expect(verdicts([declared], { trackers: [tracker(), own] })).toEqual(['pass configuration']);
});

it('asks nothing without a configuration', () => {
  const [finding] = audit.judge(auditInput({ trackers: [tracker()] }));
  expect(finding?.verdict).toBe('inapplicable');
});
