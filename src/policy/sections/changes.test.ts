import { expect, it } from 'vitest';
import { linesOf, policyContext } from '../testing/policy-context.ts';
import changes from './changes.ts';

it('POL-007: shows the dates and the first twelve digits of the notice’s own hash', () => {
  expect(linesOf(changes).slice(1)).toEqual([
    'Last updated: November 23, 2026',
    'Last scan of the site: November 20, 2026',
    'Version: 0123456789ab',
  ]);
});

it('claims no scan where none is known', () => {
  const context = policyContext();
  const blocks = changes.write({ ...context, input: { ...context.input, scannedAt: null } });
  expect(JSON.stringify(blocks)).toContain('["Last scan of the site",["none is known to this page"]]');
});
