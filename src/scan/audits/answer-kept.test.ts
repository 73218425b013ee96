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

it('takes what one answer alone writes for no answer', () => {
  expect(verdicts({ wrote: [kept(1, 'toast')] }, { wrote: [kept(365)] })).toEqual(['pass error answer']);
});

it('asks nothing where nothing was refused', () => {
  expect(verdicts({ outcome: 'no-notice' })).toEqual(['inapplicable error answer']);
});
