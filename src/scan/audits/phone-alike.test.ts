import { expect, it } from 'vitest';
import type { ScenarioResult } from '../../model/inventory.ts';
import type { NoticeButtonFacts } from '../../model/notice-facts.ts';
import { auditInput, inventoryOf, sessionCookie, tracker } from '../testing/audited-site.ts';
import { button } from '../testing/notice-button.ts';
import audit from './phone-alike.ts';

const BUTTONS = [
  button({ role: 'accept', text: 'Accept all' }),
  button({ role: 'reject', text: 'Reject all', x: 150 }),
  button({ text: 'Settings', x: 20, y: 760 }),
];
const { scenarios, pages } = inventoryOf();
const onPhone = (buttons: readonly NoticeButtonFacts[], result: Partial<ScenarioResult> = {}) => ({
  scenarios: [
    ...scenarios.map((one) => (one.scenario === 'accept' ? { ...one, buttons: BUTTONS } : one)),
    { scenario: 'phone' as const, outcome: 'done' as const, buttons, ...result },
  ],
  pages: [...pages, ...pages.slice(0, 1).map((page) => ({ ...page, scenario: 'phone' as const }))],
});
const verdicts = (...input: Parameters<typeof auditInput>) =>
  audit.judge(auditInput(...input)).map(({ verdict, subject }) => `${verdict} ${subject}`);

it('LAW-L1-014 passes where a telephone shows the same buttons in the same order, and a refusal holds', () => {
  expect(verdicts({ ...onPhone(BUTTONS), trackers: [sessionCookie] })).toEqual(['pass scenario phone']);
});

it('LAW-L1-014 wants a person to look at buttons that are others, or in another order', () => {
  expect(verdicts(onPhone(BUTTONS.toReversed()))).toEqual(['review buttons']);
});

it('LAW-L1-014 fails a telephone that cannot refuse where a desktop can', () => {
  expect(verdicts(onPhone([], { outcome: 'no-notice' }))).toEqual(['fail refusal']);
});

it('A11Y-004 fails a button that the edge of a telephone cuts off', () => {
  const cut = BUTTONS.map((one) => (one.role === 'reject' ? { ...one, x: 250 } : one));
  expect(verdicts(onPhone(cut))).toEqual(['fail width']);
});

it('fails what runs after a refusal on a telephone alone, and leaves the rest to the audit of refusals', () => {
  expect(verdicts({ ...onPhone(BUTTONS), trackers: [tracker({ seen: { phone: true } })] })).toEqual([
    'fail js-cookie _pk_id.* www.example.org',
  ]);
  expect(
    verdicts({ ...onPhone(BUTTONS), trackers: [tracker({ seen: { reject: true, phone: true } })] }),
  ).toEqual(['pass scenario phone']);
});

it('asks nothing where the scan left it out, or where a desktop cannot refuse either', () => {
  expect(verdicts({})).toEqual(['inapplicable scenario phone']);
  const nowhere = onPhone([], { outcome: 'no-notice' }).scenarios.filter(
    ({ scenario }) => scenario !== 'reject',
  );
  expect(verdicts({ scenarios: nowhere })).toEqual(['inapplicable scenario phone']);
});
