import { describe, expect, it } from 'vitest';
import { linesOf, policyContext } from '../testing/policy-context.ts';
import { SEED_CONFIG } from '../testing/seed-policy.ts';
import declaration from './declaration.ts';

describe('The declaration', () => {
  it('POL-001: says of each entry name, kind, purpose, provider with country, lifetime, party and host', () => {
    expect(linesOf(declaration)).toContain(
      'GPS, Cookie | Ties visits made on the same device to a rough location, so that YouTube can follow them. | Google LLC, United States, outside the EEA | 30 minutes | third party, youtube.com',
    );
    const [table] = declaration.write(policyContext()).filter(({ type }) => type === 'table');
    expect(table).toMatchObject({
      columns: ['Name and kind', 'What it is for', 'Provider', 'Kept for', 'Party, host'],
      caption: 'Entries of the category Necessary',
    });
  });

  it('keeps names and order of the site’s own categories, and says which are always on', () => {
    const headings = declaration
      .write(policyContext())
      .flatMap((block) => (block.type === 'heading' && block.level === 3 ? [[block.text, block.note]] : []));
    expect(headings).toEqual([
      ['Necessary', 'Always on'],
      ['Kopano Cookies', 'Only with your consent'],
      ['Commercial', 'Only with your consent'],
      ['Not required', 'Only with your consent'],
    ]);
  });

  it('does not claim to wait for consent where the regime lets the site begin', () => {
    const notes = declaration
      .write(policyContext({ regimes: { default: 'us-ca' } }))
      .flatMap((block) => (block.type === 'heading' && block.note ? [block.note] : []));
    expect(notes).toEqual(['Always on', ...Array(3).fill('On until you refuse')]);
  });

  it('POL-001: lists the choice cookie under the required category, with its real lifetime', () => {
    const row = linesOf(declaration, { notice: { validityMonths: 12 } }).find((line) =>
      line.startsWith('avowal,'),
    );
    expect(row).toMatch(
      /^avowal, Cookie \| Keeps your choice.* \| Kopano Ltd \| 12 calendar months \| this site, kopano\.com$/,
    );
  });

  it('lists a service that stores nothing with what it receives', () => {
    expect(linesOf(declaration).find((line) => line.startsWith('Google Fonts'))).toMatch(
      /No entry is listed for it; your browser sends it requests, and with them your IP address \(fonts\.googleapis\.com, fonts\.gstatic\.com\)\. Privacy policy of Google LLC$/,
    );
  });

  it('does not say that a service stores nothing where only no entry of it is declared', () => {
    const youtube = linesOf(declaration, { trackers: [] }).find((line) => line.startsWith('YouTube'));
    expect(youtube).toMatch(/No entry is listed for it; your browser sends it requests/);
    expect(youtube).not.toMatch(/stores nothing/i);
  });

  it('promises a decision only about categories that are not always on', () => {
    expect(linesOf(declaration)[0]).toMatch(/^You decide about each category that is not always on\./);
    expect(linesOf(declaration, {}, 'de')[0]).toMatch(/jede Kategorie, die nicht immer aktiv ist\./);
  });

  it('POL-004: links to the privacy page of each provider and names a country outside the EEA', () => {
    expect(linesOf(declaration).find((line) => line.startsWith('YouTube'))).toMatch(
      /^YouTube \(Google LLC; United States, outside the EEA\)\. .* Privacy policy of Google LLC$/,
    );
  });

  it('says of an empty category that it is empty', () => {
    const lines = linesOf(declaration, { services: [], trackers: [] });
    const empty = lines.filter((line) => line.startsWith('No entry and no service belongs'));
    expect(empty).toHaveLength(3);
  });

  it('a tracker that nobody has described says so', () => {
    const trackers = [{ name: 'mystery', kind: 'js-cookie', purpose: 'commercial' } as const];
    expect(linesOf(declaration, { ...SEED_CONFIG, trackers })).toContain(
      'mystery, Cookie | Not described yet. | Kopano Ltd | until the browser is closed | this site, kopano.com',
    );
  });
});
