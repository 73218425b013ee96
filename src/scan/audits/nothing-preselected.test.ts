import { expect, it } from 'vitest';
import type { ScenarioResult } from '../../model/inventory.ts';
import type { NoticeSwitch } from '../../model/notice-facts.ts';
import { auditInput, inventoryOf, sessionCookie, tracker } from '../testing/audited-site.ts';
import audit from './nothing-preselected.ts';

const { scenarios, pages } = inventoryOf();
const saved = (result: Partial<ScenarioResult>) => ({
  scenarios: [...scenarios, { scenario: 'save' as const, outcome: 'done' as const, ...result }],
  pages: [...pages, ...pages.slice(0, 1).map((page) => ({ ...page, scenario: 'save' as const }))],
});
const verdicts = (result: Partial<ScenarioResult>, change: Parameters<typeof auditInput>[0] = {}) =>
  audit
    .judge(auditInput({ ...saved(result), ...change }))
    .map(({ verdict, subject }) => `${verdict} ${subject}`);

const necessary: NoticeSwitch = { name: 'Necessary', isOn: true, isFixed: true };
const statistics: NoticeSwitch = { name: 'Statistics', isOn: false, isFixed: false };

it('LAW-L1-005 fails each switch that a visitor can change and that is on from the start', () => {
  const switches = [
    necessary,
    { ...statistics, isOn: true },
    { ...statistics, name: 'Marketing', isOn: true },
  ];
  expect(verdicts({ switches })).toEqual(['fail switch Statistics', 'fail switch Marketing']);
});

it('LAW-L1-005 passes switches that are off, and one that nobody can change', () => {
  expect(verdicts({ switches: [necessary, statistics] }, { trackers: [sessionCookie] })).toEqual([
    'pass scenario save',
  ]);
});

it('LAW-L2-002 fails what runs after the settings were saved untouched', () => {
  const trackers = [tracker({ seen: { accept: true, save: true } })];
  expect(verdicts({ switches: [statistics] }, { trackers })).toEqual([
    'fail js-cookie _pk_id.* www.example.org',
  ]);
});

it('LAW-L2-001 wants a person to look where no settings were found and something optional is there', () => {
  expect(verdicts({ outcome: 'no-control' }, { trackers: [tracker()] })).toEqual(['review settings']);
  expect(verdicts({ outcome: 'no-control' })).toEqual(['inapplicable settings']);
});

it('asks nothing where the scan left it out', () => {
  expect(verdicts({}, { scenarios })).toEqual(['inapplicable scenario save']);
});
