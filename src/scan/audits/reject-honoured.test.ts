import { expect, it } from 'vitest';
import type { ScenarioResult } from '../../model/inventory.ts';
import { auditInput, request, sessionCookie, tracker } from '../testing/audited-site.ts';
import audit from './reject-honoured.ts';

const verdicts = (...input: Parameters<typeof auditInput>) =>
  audit.judge(auditInput(...input)).map(({ verdict, subject }) => `${verdict} ${subject}`);

const unrefused: readonly ScenarioResult[] = [
  { scenario: 'none', outcome: 'done' },
  { scenario: 'reject', outcome: 'no-notice' },
];

it('LAW-BLOCK-004 fails what is stored or asked for after the refusal', () => {
  const seen = { reject: true } as const;
  expect(verdicts({ trackers: [tracker({ seen }), sessionCookie], requests: [request({ seen })] })).toEqual([
    'fail js-cookie _pk_id.* www.example.org',
    'fail service youtube',
  ]);
});

it('LAW-BLOCK-004 passes where only what is exempt is left after the refusal', () => {
  expect(verdicts({ trackers: [tracker({ seen: { accept: true } }), sessionCookie] })).toEqual([
    'pass scenario reject',
  ]);
});

it('wants a person to look where something optional is there and nothing was refused', () => {
  expect(verdicts({ trackers: [tracker()], scenarios: unrefused })).toEqual(['review scenario reject']);
});

it('asks nothing of a site that has nothing to refuse', () => {
  expect(verdicts({ trackers: [sessionCookie], scenarios: unrefused })).toEqual([
    'inapplicable scenario reject',
  ]);
});
