import { describe, expect, it } from 'vitest';
import type { Inventory, Scenario } from '../../model/inventory.ts';
import {
  auditInput,
  inventoryOf,
  request,
  sessionCookie,
  siteConfig,
  tracker,
} from '../testing/audited-site.ts';
import audit from './purposes-honoured.ts';

const ONLY = 'only-analytics';

/** A scan with statistics alone allowed. */
const scan = (change: Partial<Inventory>, outcome: 'done' | 'no-control' = 'done'): Partial<Inventory> => ({
  scenarios: [
    { scenario: 'none', outcome: 'done' },
    { scenario: ONLY, outcome },
  ],
  pages: inventoryOf().pages.flatMap((page) => [page, { ...page, scenario: ONLY }]),
  ...change,
});
const verdicts = (...input: Parameters<typeof auditInput>) =>
  audit.judge(auditInput(...input)).map(({ verdict, subject }) => `${verdict} ${subject}`);
const seenIn = (...scenarios: Scenario[]) =>
  Object.fromEntries(scenarios.map((scenario) => [scenario, true])) as Partial<Record<Scenario, boolean>>;

describe('with statistics alone allowed', () => {
  it('LAW-L2-001 fails what belongs to another purpose', () => {
    const seen = seenIn('accept', ONLY);
    expect(verdicts(scan({ trackers: [tracker({ seen })], requests: [request({ seen })] }))).toEqual([
      'fail analytics: service youtube',
    ]);
    expect(verdicts(scan({ trackers: [tracker({ seen, purpose: 'marketing' })] }))).toEqual([
      'fail analytics: js-cookie _pk_id.* www.example.org',
    ]);
  });

  it('LAW-L2-003 passes statistics, and what is exempt', () => {
    const seen = seenIn('accept', ONLY);
    expect(verdicts(scan({ trackers: [tracker({ seen }), sessionCookie] }))).toEqual([
      'pass purpose analytics',
    ]);
  });

  it('goes by the purposes of the configuration, and by what they cover', () => {
    const config = siteConfig({
      services: [{ id: 'matomo', purpose: 'counting' }],
      trackers: [{ name: '_pk_id.*', kind: 'js-cookie', service: 'matomo', party: 'first' }],
    });
    const trackers = [tracker({ seen: seenIn(ONLY), purpose: 'marketing' })];
    expect(verdicts(scan({ trackers }), { config })).toEqual(['pass purpose analytics']);
  });

  it('says once what runs after a refusal too: there', () => {
    const seen = seenIn('reject', ONLY);
    expect(verdicts(scan({ trackers: [tracker({ seen, purpose: 'marketing' })] }))).toEqual([
      'pass purpose analytics',
    ]);
  });
});

describe('where statistics cannot be allowed alone', () => {
  it('wants a person to look where the site uses some', () => {
    expect(verdicts(scan({ trackers: [tracker({ seen: seenIn('accept') })] }, 'no-control'))).toEqual([
      'review purpose analytics',
    ]);
  });

  it('asks nothing of a site that uses none', () => {
    expect(verdicts(scan({ trackers: [sessionCookie] }, 'no-control'))).toEqual([
      'inapplicable purpose analytics',
    ]);
  });

  it('says how to look where nobody did', () => {
    const [judgement] = audit.judge(auditInput({}));
    expect(judgement).toMatchObject({ verdict: 'inapplicable', message: expect.stringContaining(ONLY) });
  });
});
