import { expect, it } from 'vitest';
import type { ScenarioResult } from '../../model/inventory.ts';
import type { NoticeCost } from '../../model/notice-facts.ts';
import { auditInput } from '../testing/audited-site.ts';
import audit from './notice-cost.ts';

const judge = (cost?: NoticeCost, outcome: ScenarioResult['outcome'] = 'done') =>
  audit.judge(auditInput({ scenarios: [{ scenario: 'close', outcome, ...(cost && { cost }) }] }));

it('passes a notice that costs nothing, with the figures', () => {
  expect(judge({ isLargestPaint: true, laterMilliseconds: 90, layoutShift: 0.04 })).toMatchObject([
    { verdict: 'pass', evidence: [{}, { text: 'layout shift by the notice: 0.04' }, {}] },
  ]);
});

it('wants a person to look where the notice is the largest paint and comes late, or moves the page', () => {
  expect(judge({ isLargestPaint: true, laterMilliseconds: 2100, layoutShift: 0.3 })).toMatchObject([
    { verdict: 'review', subject: 'largest paint' },
    { verdict: 'review', subject: 'layout shift' },
  ]);
});

it('holds nothing against a notice of which the browser does not tell', () => {
  expect(judge({ layoutShift: 0 })).toMatchObject([
    { verdict: 'pass', evidence: [{ text: expect.stringContaining('does not tell') }, {}, {}] },
  ]);
});

it('says nothing where nothing was measured', () => {
  expect(judge()).toMatchObject([{ verdict: 'inapplicable' }]);
  expect(judge(undefined, 'no-notice')).toMatchObject([{ verdict: 'inapplicable' }]);
  expect(audit.judge(auditInput({}))).toMatchObject([{ verdict: 'inapplicable' }]);
});

it('wants a person to look where the page is busy with the click for a second, and only then', () => {
  const clicked = (clickMilliseconds: number) =>
    audit.judge(
      auditInput({
        scenarios: [
          { scenario: 'close', outcome: 'done', cost: { layoutShift: 0 } },
          { scenario: 'accept', outcome: 'done', clicked: 'text: accept all', clickMilliseconds },
        ],
      }),
    );
  expect(clicked(2400)).toMatchObject([
    { verdict: 'review', subject: 'click', evidence: [{ text: expect.stringContaining('2400 ms') }, {}] },
  ]);
  expect(clicked(600)).toMatchObject([{ verdict: 'pass' }]);
});

it('names the company whose notice is heavy, and none where the notice is light or the site makes it', () => {
  const script = 'https://consent.example/banner.js';
  const madeBy = (maker: NonNullable<NoticeCost['maker']>) => judge({ layoutShift: 0, maker });
  expect(madeBy({ script, requests: 9, kilobytes: 410 })).toMatchObject([
    { verdict: 'review', subject: 'weight', message: expect.stringContaining('consent.example') },
  ]);
  expect(madeBy({ script, requests: 2, kilobytes: 40 })).toMatchObject([{ verdict: 'pass' }]);
  expect(madeBy({ script: 'https://www.example.org/app.js' })).toMatchObject([{ verdict: 'pass' }]);
});
