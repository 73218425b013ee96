import { describe, expect, it } from 'vitest';
import type { PageSignals } from '../../model/consent-signal.ts';
import { auditInput } from '../testing/audited-site.ts';
import { answeredTcf, pageSignals, sent, tcString } from '../testing/page-signals.ts';
import audit from './tc-string-valid.ts';

const verdicts = (...signals: readonly PageSignals[]) =>
  audit.judge(auditInput({ signals })).map(({ verdict, subject }) => `${verdict} ${subject}`);

const all = { 'purpose 1': 'granted', 'purpose 2': 'granted' } as const;
const consented = tcString({ purposes: [1, 2], vendors: 9, hash: 'fedcba9876543210' });
const accepted = answeredTcf({ says: all, tc: consented });
const onWire = sent({ system: 'tcf', from: ['gdpr_consent'], says: {}, host: 'ads.example' });
const later = (scenario: 'reject' | 'accept', change: Partial<PageSignals>) =>
  pageSignals({ scenario, moment: 'after', ...change });

describe('a string by itself', () => {
  it('TCF-STR-001 TCF-STR-002 TCF-STR-003 TCF-STR-011 passes one in order', () => {
    expect(verdicts(pageSignals({ answered: [answeredTcf()] }))).toEqual(['pass TC string']);
  });

  it('TCF-STR-011 fails one that does not decode, and says why', () => {
    const broken = answeredTcf({
      says: {},
      tc: { hash: 'x', problem: 'It does not decode as a TC string of version 2.' },
    });
    const [finding] = audit.judge(auditInput({ signals: [pageSignals({ answered: [broken] })] }));
    expect(finding).toMatchObject({
      verdict: 'fail',
      subject: 'TC string',
      message: 'It does not decode as a TC string of version 2.',
    });
  });

  it('TCF-STR-001 fails a string made since March 2026 that does not say who was disclosed', () => {
    const without = (created: string) =>
      verdicts(
        pageSignals({
          answered: [
            answeredTcf({ tc: tcString({ created, lastUpdated: created, disclosedVendors: null }) }),
          ],
        }),
      );
    expect(without('2026-03-02T00:00:00.000Z')).toEqual(['fail TC string']);
    expect(without('2026-02-01T00:00:00.000Z')).toEqual(['pass TC string']);
  });

  it.each([
    ['TCF-STR-002', 'a policy that has ended', { policyVersion: 3 }],
    ['TCF-STR-002', 'a global scope', { isServiceSpecific: false }],
    ['TCF-STR-002', 'no vendor list', { vendorListVersion: 0 }],
    ['TCF-STR-002', 'no consent platform', { cmpId: 0 }],
    ['TCF-STR-003', 'two dates', { lastUpdated: '2026-11-22T00:00:00.000Z' }],
    [
      'TCF-STR-003',
      'a date to come',
      { created: '2031-01-01T00:00:00.000Z', lastUpdated: '2031-01-01T00:00:00.000Z' },
    ],
  ])('%s fails a string with %s', (_, __, change) => {
    expect(verdicts(pageSignals({ answered: [answeredTcf({ tc: tcString(change) })] }))).toEqual([
      'fail TC string',
    ]);
  });
});

describe('a string and the answer', () => {
  it('TCF-STR-006 fails a consent before any choice', () => {
    expect(verdicts(pageSignals({ answered: [accepted] }))).toEqual(['fail TC string before the choice']);
  });

  it('TCF-STR-006 fails a consent after the refusal, also where only vendors are consented to', () => {
    expect(verdicts(later('reject', { answered: [accepted] }))).toEqual(['fail TC string after the refusal']);
    expect(verdicts(later('reject', { answered: [answeredTcf({ tc: tcString({ vendors: 3 }) })] }))).toEqual([
      'fail TC string after the refusal',
    ]);
  });

  it('TCF-STR-006 holds no bit against a site that says the law does not apply', () => {
    expect(verdicts(pageSignals({ answered: [{ ...accepted, applies: false }] }))).toEqual([
      'pass TC string',
    ]);
  });

  it('TCF-STR-006 lets legitimate interests stand: a refusal of consent is no objection', () => {
    const kept = answeredTcf({ tc: tcString({ legitimateInterests: [2, 7] }) });
    expect(verdicts(later('reject', { answered: [kept] }))).toEqual(['pass TC string']);
  });

  it('passes a consent after the consent, and has a person look where it does not arrive', () => {
    expect(verdicts(later('accept', { answered: [accepted] }))).toEqual(['pass TC string']);
    expect(verdicts(later('accept', { answered: [answeredTcf()] }))).toEqual([
      'review TC string after the consent',
    ]);
  });
});

describe('a string in several places', () => {
  it('TCF-STR-013 fails an interface that grants what its string does not', () => {
    expect(verdicts(later('accept', { answered: [answeredTcf({ says: all })] }))).toEqual([
      'fail TC string and interface',
    ]);
  });

  it('TCF-STR-013 fails a request that carries another consent than the page has', () => {
    const page = { answered: [answeredTcf()], sent: [{ ...onWire, says: all, tc: consented }] };
    expect(verdicts(later('accept', page))).toEqual(['fail TC string on the wire']);
    expect(
      verdicts(later('accept', { answered: [accepted], sent: [{ ...onWire, says: all, tc: consented }] })),
    ).toEqual(['pass TC string']);
  });

  it('has a person look at an interface that never gets beyond its stub', () => {
    const stub = { system: 'tcf', from: ['__tcfapi'], says: {}, status: 'stub' } as const;
    expect(verdicts(pageSignals({ answered: [stub] }))).toEqual(['review __tcfapi']);
    expect(verdicts(pageSignals({ answered: [{ ...stub, applies: false }] }))).toEqual([
      'inapplicable consent signals',
    ]);
  });
});

it('asks nothing where no page has a string', () => {
  expect(verdicts(pageSignals({ sent: [sent()] }))).toEqual(['inapplicable consent signals']);
  expect(verdicts(pageSignals({ sent: [{ ...onWire, applies: false }] }))).toEqual([
    'inapplicable consent signals',
  ]);
});
