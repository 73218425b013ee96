import { expect, it } from 'vitest';
import type { ScenarioResult } from '../../model/inventory.ts';
import { auditInput } from '../testing/audited-site.ts';
import audit from './withdrawal-easy.ts';

const page = { url: 'https://www.example.org/', status: 200, title: '', milliseconds: 1 };
const judge = (change: Partial<ScenarioResult>) =>
  audit.judge(
    auditInput({
      scenarios: [{ scenario: 'withdraw', outcome: 'done', clicked: 'text: accept all', ...change }],
      pages: [{ ...page, scenario: 'withdraw' }],
    }),
  );
const verdicts = (...withdrew: string[]) => judge({ withdrew }).map(({ verdict }) => verdict);

it('WDR-002 passes a withdrawal of one press after the settings are open, as the consent was', () => {
  expect(verdicts('text: cookie settings', 'text: reject all')).toEqual(['pass']);
  expect(verdicts('text: withdraw')).toEqual(['pass']);
});

it('WDR-002 has a person look where each switch must be moved', () => {
  expect(verdicts('text: cookie settings', '3 switches off', 'text: save')).toEqual(['review']);
  expect(
    judge({ withdrew: ['text: cookie settings', '3 switches off', 'text: save'] })[0]?.message,
  ).toContain('one press; withdrawing takes 4');
});

it('WDR-002 takes as many presses as the consent for equal', () => {
  expect(judge({ clicked: 'text: more, then text: accept', withdrew: ['a', 'b', 'c'] })).toMatchObject([
    { verdict: 'pass' },
  ]);
});

it('compares nothing where nothing was taken back, or the scan left it out', () => {
  expect(judge({ outcome: 'no-control' })).toMatchObject([{ verdict: 'inapplicable' }]);
  expect(audit.judge(auditInput({}))).toMatchObject([{ verdict: 'inapplicable' }]);
});
