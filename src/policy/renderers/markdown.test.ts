import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderPolicy } from '../render-policy.ts';
import { seedInput } from '../testing/seed-policy.ts';

const rowsOf = (markdown: string, heading: string) =>
  (markdown.split(`### ${heading} (`)[1]?.split('\n#')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);

it('writes a plain name as code and a provider with its country in one cell', () => {
  expect(rowsOf(renderPolicy(seedInput(), 'md'), 'Commercial')).toContain(
    '| `NID` (Cookie) | Recognises the browser for Google, keeps its settings and is also used to choose advertising. | Google LLC (United States, outside the EEA) | 6 months | third party (google.com) |',
  );
});

it('leads to the settings on the site, since a button cannot stand in Markdown', () => {
  expect(renderPolicy(seedInput(), 'md')).toContain(
    'Open the privacy settings on the site itself: [kopano.com](https://kopano.com/).',
  );
});

it('has one row with five cells for a tracker of any name', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.string({ unit: 'grapheme' }),
      (name, description) => {
        const trackers = [{ name, description, kind: 'js-cookie', purpose: 'commercial' } as const];
        const rows = rowsOf(renderPolicy(seedInput({ trackers }), 'md'), 'Commercial');
        expect(rows).toHaveLength(1);
        expect(rows[0]?.split('|')).toHaveLength(7);
      },
    ),
    { numRuns: 60 },
  );
});
