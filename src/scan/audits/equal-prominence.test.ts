import { expect, it } from 'vitest';
import type { NoticeButtonFacts } from '../../model/notice-facts.ts';
import { auditInput, inventoryOf } from '../testing/audited-site.ts';
import { button } from '../testing/notice-button.ts';
import audit from './equal-prominence.ts';

const judge = (reject: Partial<NoticeButtonFacts>) =>
  audit.judge(
    auditInput({
      scenarios: inventoryOf().scenarios.map((result) => ({
        ...result,
        buttons: [button({ role: 'accept' }), button({ role: 'reject', text: 'Reject all', ...reject })],
      })),
    }),
  );

it('LAW-L1-003 passes two buttons that look alike, with their measures as evidence', () => {
  const [finding] = judge({});
  expect(finding?.verdict).toBe('pass');
  expect(JSON.stringify(finding?.evidence)).toContain('Reject all');
});

it.each([
  ['LAW-L1-003 half the size', { width: 60 }, 'one is 2.0 times as large'],
  ['LAW-L1-003 smaller letters', { fontPixels: 12 }, 'letters of 16 px against 12 px'],
  ['LAW-L1-003 lighter letters', { fontWeight: 400 }, 'letters of weight 600 against 400'],
  ['LAW-L1-003 no ground', { background: 'none' }, 'only one of them has a ground'],
  ['LAW-L1-002 the look of a link', { isUnderlined: true }, 'like a link'],
])('fails a refusal with %s', (_, reject, words) => {
  expect(judge(reject)).toMatchObject([{ verdict: 'fail', message: expect.stringContaining(words) }]);
});

it.each([
  ['LAW-L1-004 another colour', { background: 'rgb(230, 230, 230)' }],
  ['LAW-L1-003 a somewhat other width', { width: 96 }],
])('wants a person to look at a refusal with %s', (_, reject) => {
  expect(judge(reject)).toMatchObject([{ verdict: 'review' }]);
});

it('wants a person to look where the scan could not measure', () => {
  expect(audit.judge(auditInput({}))).toMatchObject([{ verdict: 'review' }]);
});

it('leaves a notice without a refusal to the audit of the first layer', () => {
  const scenarios = [{ scenario: 'accept', outcome: 'done', buttons: [button({ role: 'accept' })] }] as const;
  expect(audit.judge(auditInput({ scenarios }))).toMatchObject([{ verdict: 'inapplicable' }]);
});
