import { expect, it } from 'vitest';
import { auditInput } from '../testing/audited-site.ts';
import audit from './gpc-shown.ts';

const judge = (gpcTexts: string[] | undefined, without?: string[], regime = 'us-ca') =>
  audit.judge(
    auditInput(
      {
        scenarios: [
          { scenario: 'none', outcome: 'done', ...(without && { gpcTexts: without }) },
          { scenario: 'gpc', outcome: 'done', ...(gpcTexts && { gpcTexts }) },
        ],
      },
      { regime },
    ),
  );

it('US-GPC-002 passes a page that says so to who sends the signal, with its words', () => {
  expect(judge(['We honour GPC.', 'Opt-Out Request Honored'], ['We honour GPC.'])).toMatchObject([
    {
      verdict: 'pass',
      evidence: [{ text: 'with the signal it says "We honour GPC.", "Opt-Out Request Honored"' }, {}],
    },
  ]);
});

it.each([
  ['says nothing of it', [], []],
  ['says the same to everybody', ['We honour GPC.'], ['We honour GPC.']],
])('US-GPC-002 wants a person to look at a page that %s', (_, shown, always) => {
  expect(judge(shown, always)).toMatchObject([{ verdict: 'review' }]);
});

it('asks nothing outside of California, and nothing of a scan that did not look', () => {
  expect(judge([], [], 'us-co')).toMatchObject([{ verdict: 'inapplicable' }]);
  expect(judge(undefined)).toMatchObject([
    { verdict: 'inapplicable', message: expect.stringContaining('"gpc"') },
  ]);
});
