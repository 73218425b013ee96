import { expect, it } from 'vitest';
import type { ScenarioResult } from '../../model/inventory.ts';
import { auditInput, inventoryOf } from '../testing/audited-site.ts';
import audit from './no-cookie-wall.ts';

const verdicts = (
  reject: Partial<ScenarioResult>,
  accept: Partial<ScenarioResult> = {},
  change: Parameters<typeof auditInput>[0] = {},
) =>
  audit
    .judge(
      auditInput({
        scenarios: [
          { scenario: 'reject', outcome: 'done', ...reject },
          { scenario: 'accept', outcome: 'done', ...accept },
        ],
        ...change,
      }),
    )
    .map(({ verdict, subject }) => `${verdict} ${subject}`);

it('LAW-L1-011 passes where nothing large covers the page after a refusal', () => {
  expect(verdicts({ covered: 0.2 }, { covered: 0 })).toEqual(['pass after refusal']);
});

it('LAW-L1-011 fails a wall before who refuses and not before who accepts', () => {
  expect(verdicts({ covered: 1 }, { covered: 0 })).toEqual(['fail after refusal']);
});

it('LAW-L1-011 wants a person to look at what covers the page after either answer', () => {
  expect(verdicts({ covered: 1 }, { covered: 1 })).toEqual(['review after refusal']);
  expect(verdicts({ covered: 1 })).toEqual(['review after refusal']);
});

it('LAW-L1-011 fails a page that turns away who refused, and not one that is closed to everybody', () => {
  const pages = inventoryOf().pages.map((page) =>
    page.scenario === 'reject' ? { ...page, status: 403 } : page,
  );
  expect(verdicts({ covered: 0 }, {}, { pages })).toEqual(['fail after refusal']);
  const closed = pages.map((page) => ({ ...page, status: 403 }));
  expect(verdicts({ covered: 0 }, {}, { pages: closed })).toEqual(['pass after refusal']);
});

it('asks nothing where nothing was refused, or where the notice came again', () => {
  const nothing = ['inapplicable after refusal'];
  expect(verdicts({ outcome: 'no-notice' })).toEqual(nothing);
  expect(verdicts({ asksAgain: true })).toEqual(nothing);
});
