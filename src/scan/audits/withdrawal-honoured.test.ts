import { expect, it } from 'vitest';
import type { ScenarioResult } from '../../model/inventory.ts';
import { auditInput, inventoryOf, request, sessionCookie, tracker } from '../testing/audited-site.ts';
import audit from './withdrawal-honoured.ts';

const { scenarios, pages } = inventoryOf();
const withdrawn = (result: Partial<ScenarioResult> = {}) => ({
  scenarios: [
    ...scenarios,
    { scenario: 'withdraw' as const, outcome: 'done' as const, clicked: 'text: accept all', ...result },
  ],
  pages: [...pages, ...pages.slice(0, 1).map((page) => ({ ...page, scenario: 'withdraw' as const }))],
});
const verdicts = (change: Parameters<typeof auditInput>[0], result?: Partial<ScenarioResult>) =>
  audit
    .judge(auditInput({ ...withdrawn(result), ...change }))
    .map(({ verdict, subject }) => `${verdict} ${subject}`);

const seen = { accept: true, withdraw: true } as const;
const youtubeCookie = tracker({ name: 'YSC', host: 'youtube.com', party: 'third', service: 'youtube', seen });

it('WDR-004 fails what is left on the site or asked for after the withdrawal', () => {
  expect(verdicts({ trackers: [tracker({ seen }), sessionCookie], requests: [request({ seen })] })).toEqual([
    'fail js-cookie _pk_id.* www.example.org',
    'fail service youtube',
  ]);
});

it('WDR-004 passes where only what is exempt is left', () => {
  expect(verdicts({ trackers: [tracker({ seen: { accept: true } }), sessionCookie] })).toEqual([
    'pass scenario withdraw',
  ]);
});

it('WDR-004 leaves to another company the cookie that it keeps, until it is asked again', () => {
  expect(verdicts({ trackers: [youtubeCookie] })).toEqual(['pass scenario withdraw']);
  expect(verdicts({ trackers: [youtubeCookie], requests: [request({ seen })] })).toEqual([
    'fail js-cookie YSC youtube.com',
    'fail service youtube',
  ]);
});

it('WDR-001 wants a person to look where consent was given and no control takes it back', () => {
  expect(verdicts({ trackers: [tracker()] }, { outcome: 'no-control' })).toEqual(['review control']);
});

it('wants a person to look where something optional is there and no consent could be given', () => {
  expect(verdicts({ trackers: [tracker()] }, { outcome: 'no-notice' })).toEqual(['review scenario withdraw']);
});

it('asks nothing of a site that has nothing to withdraw, and nothing where the scan left it out', () => {
  const nothing = 'inapplicable scenario withdraw';
  expect(verdicts({ trackers: [sessionCookie] }, { outcome: 'no-notice' })).toEqual([nothing]);
  expect(verdicts({ trackers: [tracker()], scenarios })).toEqual([nothing]);
});
