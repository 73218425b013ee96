import { expect, it } from 'vitest';
import { auditInput, inventoryOf, request, sessionCookie, tracker } from '../testing/audited-site.ts';
import audit from './gpc-honoured.ts';

const { scenarios, pages } = inventoryOf();
const signalled = {
  scenarios: [...scenarios, { scenario: 'gpc' as const, outcome: 'done' as const }],
  pages: [...pages, ...pages.slice(0, 1).map((page) => ({ ...page, scenario: 'gpc' as const }))],
};
const verdicts = (regime: string, change: Parameters<typeof auditInput>[0]) =>
  audit
    .judge(auditInput({ ...signalled, ...change }, { regime }))
    .map(({ verdict, subject }) => `${verdict} ${subject}`);

const both = { none: true, gpc: true } as const;

it('US-GPC-001 fails marketing that goes on although the signal is an opt-out, and leaves statistics to a person', () => {
  expect(
    verdicts('us-ca', { trackers: [tracker({ seen: both })], requests: [request({ seen: both })] }),
  ).toEqual(['review js-cookie _pk_id.* www.example.org', 'fail service youtube']);
});

it('US-GPC-001 passes where everything optional stays off with the signal', () => {
  expect(verdicts('us-ca', { trackers: [tracker(), sessionCookie], requests: [request()] })).toEqual([
    'pass scenario gpc',
  ]);
});

it('US-GPC-007 fails in the European Union what the signal alone brings on', () => {
  expect(verdicts('eu', { trackers: [tracker({ seen: { gpc: true } })] })).toEqual([
    'fail js-cookie _pk_id.* www.example.org',
  ]);
  expect(verdicts('eu', { trackers: [tracker({ seen: both })] })).toEqual(['pass scenario gpc']);
});

it('asks nothing where the law does not know the signal, or where the scan left it out', () => {
  const nothing = 'inapplicable scenario gpc';
  expect(verdicts('za', { trackers: [tracker({ seen: both })] })).toEqual([nothing]);
  expect(verdicts('us-ca', { scenarios })).toEqual([nothing]);
});

it('proves nothing by a scan that saw no page with the signal', () => {
  expect(verdicts('us-ca', { pages })).toEqual(['review scenario gpc']);
});
