import { expect, it } from 'vitest';
import type { ScenarioResult } from '../../model/inventory.ts';
import type { NoticeAccess } from '../../model/notice-facts.ts';
import { auditInput } from '../testing/audited-site.ts';
import audit from './notice-accessibility.ts';

const BUTTON = { role: 'accept', text: 'Accept all', canFocus: true, isInNarrowView: true } as const;

const right: NoticeAccess = {
  violations: [],
  buttons: [BUTTON],
  obscured: [],
  scrollsSideways: false,
  isCut: false,
  screenshot: 'notice-narrow.jpg',
};

const judge = (change: Partial<NoticeAccess>, result: Partial<ScenarioResult> = {}) =>
  audit.judge(
    auditInput({
      scenarios: [{ scenario: 'close', outcome: 'done', access: { ...right, ...change }, ...result }],
    }),
  );

it('A11Y-013 passes a notice in which nothing was found', () => {
  expect(judge({})).toMatchObject([{ verdict: 'pass' }]);
});

it.each([
  ['serious', 'error'],
  ['minor', 'warning'],
] as const)('A11Y-003 fails on a %s violation as an %s, with the element as evidence', (impact, severity) => {
  const nodes = [{ selector: '#yes', html: '<button id="yes">', why: 'contrast of 2:1' }];
  const violations = [{ rule: 'color-contrast', impact, help: 'Elements must be readable', nodes }];
  expect(judge({ violations })).toMatchObject([
    {
      verdict: 'fail',
      severity,
      subject: 'axe color-contrast',
      evidence: [{ text: '#yes: <button id="yes"> — contrast of 2:1' }],
    },
  ]);
});

it.each([
  ['A11Y-005 a button that takes no focus', { buttons: [{ ...BUTTON, canFocus: false }] }, 'keyboard'],
  [
    'A11Y-001 a link that it covers',
    { obscured: [{ selector: 'a#x', html: '<a id="x">', text: 'X' }] },
    'focus obscured',
  ],
  [
    'A11Y-004 a button that no scrolling brings in',
    { buttons: [{ ...BUTTON, isInNarrowView: false }] },
    'reflow',
  ],
  ['A11Y-004 a part that lies out of the window', { isCut: true }, 'reflow'],
  ['A11Y-004 a notice that scrolls sideways', { scrollsSideways: true }, 'reflow'],
])('fails on %s', (_, change, subject) => {
  expect(judge(change)).toMatchObject([{ verdict: 'fail', subject }]);
});

it('A11Y-004 shows the narrow window', () => {
  expect(judge({ isCut: true })[0]?.evidence[0]).toMatchObject({ screenshot: 'notice-narrow.jpg' });
});

it('holds nothing against a notice that could not be measured, and wants a person to look', () => {
  const { violations: _, ...blind } = right;
  const access = { ...blind, buttons: [{ role: 'accept' as const, text: 'OK' }] };
  expect(judge({}, { access })).toMatchObject([{ verdict: 'review' }]);
  const scenarios = (outcome: ScenarioResult['outcome']) => [{ scenario: 'close' as const, outcome }];
  expect(audit.judge(auditInput({ scenarios: scenarios('done') }))).toMatchObject([{ verdict: 'review' }]);
  expect(audit.judge(auditInput({ scenarios: scenarios('no-notice') }))).toMatchObject([
    { verdict: 'inapplicable' },
  ]);
  expect(audit.judge(auditInput({}))).toMatchObject([{ verdict: 'inapplicable' }]);
});
