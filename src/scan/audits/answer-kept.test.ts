import { expect, it } from 'vitest';
import type { ScenarioResult } from '../../model/inventory.ts';
import { auditInput } from '../testing/audited-site.ts';
import audit from './answer-kept.ts';

const DAY = 86_400;
const kept = (days: number | null, name = 'answer') => ({
  kind: 'cookie' as const,
  name,
  host: 'www.example.org',
  lifetimeSeconds: days === null ? null : days * DAY,
});
const verdicts = (reject: Partial<ScenarioResult>, accept: Partial<ScenarioResult> = {}) =>
  audit
    .judge(
      auditInput({
        scenarios: [
          { scenario: 'reject', outcome: 'done', asksAgain: false, ...reject },
          { scenario: 'accept', outcome: 'done', asksAgain: false, ...accept },
        ],
      }),
    )
    .map(({ verdict, severity = 'error', subject }) => `${verdict} ${severity} ${subject}`);

it('LAW-STO-001 passes where a refusal is kept as long as a consent, and nobody is asked again', () => {
  expect(verdicts({ wrote: [kept(180)] }, { wrote: [kept(180), kept(400, '_ga')] })).toEqual([
    'pass error answer',
  ]);
});

it('LAW-STO-001 fails a refusal that is kept for a shorter time than a consent', () => {
  expect(verdicts({ wrote: [kept(190)] }, { wrote: [kept(365)] })).toEqual([
    'fail error shorter refusal cookie answer www.example.org',
  ]);
});

it('LAW-STO-002 fails a site that asks again who has refused, and warns of one that asks again who has accepted', () => {
  expect(
    verdicts({ asksAgain: true, wrote: [kept(null)] }, { asksAgain: true, wrote: [kept(null)] }),
  ).toEqual(['fail error asks again after reject', 'fail warning asks again after accept']);
});

it('LAW-STO-002 wants a person to look at answers that last less than six months', () => {
  expect(verdicts({ wrote: [kept(90)] }, { wrote: [kept(90)] })).toEqual([
    'review warning short cookie answer www.example.org',
  ]);
});

it('LAW-STO-002 fails a site that asks again within days, and has a person look at one that does within six months', () => {
  const wrote = [kept(365)];
  const later = (...asks: boolean[]) =>
    verdicts(
      { wrote, laterVisits: asks.map((asksAgain, at) => ({ daysAfter: at === 0 ? 8 : 179, asksAgain })) },
      { wrote },
    );
  expect(later(true)).toEqual(['fail error asks again within days after reject']);
  expect(later(false, true)).toEqual(['review warning asks again within six months after reject']);
  expect(later(false, false)).toEqual(['pass error answer']);
});

it('LAW-STO-002 holds no short cookie against a site that did not ask again when its time was over', () => {
  const laterVisits = [{ daysAfter: 179, asksAgain: false }];
  expect(verdicts({ wrote: [kept(90)], laterVisits }, { wrote: [kept(90)] })).toEqual(['pass error answer']);
});

it('LAW-STO-001 fails a refusal that counts for one page alone', () => {
  const page = { url: 'https://www.example.org/b?c', status: 200, title: '', milliseconds: 1 };
  const findings = audit.judge(
    auditInput({
      scenarios: [{ scenario: 'reject', outcome: 'done', asksAgain: false }],
      pages: [{ ...page, scenario: 'reject', asksAgain: true }],
    }),
  );
  expect(findings).toMatchObject([
    {
      verdict: 'fail',
      subject: 'asks again on pages after reject',
      evidence: [{ page: 'https://www.example.org/b' }],
    },
  ]);
});

it('takes what one answer alone writes for no answer', () => {
  expect(verdicts({ wrote: [kept(1, 'toast')] }, { wrote: [kept(365)] })).toEqual(['pass error answer']);
});

it('asks nothing where nothing was refused', () => {
  expect(verdicts({ outcome: 'no-notice' })).toEqual(['inapplicable error answer']);
});
