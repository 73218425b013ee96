import { expect, it } from 'vitest';
import type { ScenarioResult } from '../../model/inventory.ts';
import type { NoticeClosing, WrittenByAnswer } from '../../model/notice-facts.ts';
import { auditInput, inventoryOf, request, tracker } from '../testing/audited-site.ts';
import { button } from '../testing/notice-button.ts';
import audit from './closing-decides-nothing.ts';

const HOME = 'https://www.example.org/';

const answer = (valueHash: string): WrittenByAnswer => ({
  kind: 'cookie',
  name: 'answer',
  host: 'www.example.org',
  lifetimeSeconds: 15_552_000,
  valueHash,
});

const closing = (change: Partial<NoticeClosing> = {}): NoticeClosing => ({
  by: 'escape',
  text: '',
  isGone: true,
  wrote: [],
  screenshot: 'close-escape.jpg',
  ...change,
});

const closed = (
  closings: readonly NoticeClosing[],
  {
    result = {},
    ...rest
  }: { readonly result?: Partial<ScenarioResult> } & Parameters<typeof inventoryOf>[0] = {},
) => {
  const { pages } = inventoryOf();
  return auditInput({
    scenarios: [
      { scenario: 'none', outcome: 'done' },
      { scenario: 'reject', outcome: 'done', wrote: [answer('no')] },
      { scenario: 'accept', outcome: 'done', wrote: [answer('yes')] },
      { scenario: 'close', outcome: 'done', closings, ...result },
    ],
    pages: [...pages, { url: HOME, scenario: 'close', status: 200, title: '', milliseconds: 1 }],
    ...rest,
  });
};

it('LAW-L1-006 passes a notice that closes and stores what a refusal stores, with a picture of each closing', () => {
  const [finding] = audit.judge(closed([closing({ wrote: [answer('no')] })]));
  expect(finding?.verdict).toBe('pass');
  expect(finding?.evidence[0]).toMatchObject({ screenshot: 'close-escape.jpg', scenario: 'close' });
});

it('LAW-L1-006 fails a notice that stores the same by Escape as by accepting', () => {
  expect(audit.judge(closed([closing({ wrote: [answer('yes')] })]))).toMatchObject([
    { verdict: 'fail', subject: 'escape cookie answer www.example.org' },
  ]);
});

it('LAW-L1-007 fails a cross after which statistics run', () => {
  const findings = audit.judge(
    closed([closing({ by: 'button', text: '×' })], {
      trackers: [tracker({ seen: { accept: true, close: true } })],
      requests: [request({ seen: { close: true } })],
    }),
  );
  expect(findings.map(({ verdict, subject }) => `${verdict} ${subject}`)).toEqual([
    'fail js-cookie _pk_id.* www.example.org',
    'fail service youtube',
  ]);
  expect(JSON.stringify(findings)).toContain('the button \\"×\\"');
});

it('leaves what runs without any choice to the audit of it', () => {
  const seen = { none: true, close: true };
  expect(audit.judge(closed([closing()], { trackers: [tracker({ seen })] }))).toMatchObject([
    { verdict: 'pass' },
  ]);
});

it.each([
  ['fail', 'Accept & close ×'],
  ['review', 'Accept and close'],
])('LAW-L1-008 says %s of a consent that is called "%s"', (verdict, text) => {
  const input = closed([closing()]);
  const scenarios = input.inventory.scenarios.map((result) =>
    result.scenario === 'accept' ? { ...result, buttons: [button({ role: 'accept', text })] } : result,
  );
  expect(audit.judge({ ...input, inventory: { ...input.inventory, scenarios } })).toMatchObject([
    { verdict, subject: 'accept' },
  ]);
});

it('asks for the scenario where the scan left it out', () => {
  expect(audit.judge(auditInput({}))).toMatchObject([
    { verdict: 'inapplicable', message: expect.stringContaining('"close"') },
  ]);
});

it('wants a person to look where the notice could not be operated, and nobody where there is none', () => {
  const of = (outcome: ScenarioResult['outcome']) => audit.judge(closed([], { result: { outcome } }));
  expect(of('unsure')).toMatchObject([{ verdict: 'review', subject: 'notice' }]);
  expect(of('no-notice')).toMatchObject([{ verdict: 'inapplicable' }]);
});
