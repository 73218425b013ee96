import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Inventory } from '../model/inventory.ts';
import { findInventoryProblem } from './find-inventory-problem.ts';
import { readInventory, writeWhole } from './inventory-file.ts';
import { sampleInventory } from './testing/sample-inventory.ts';

const folder = mkdtempSync(join(tmpdir(), 'avowal-inventory-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the inventory file', () => {
  it('comes back as it was written, in a folder that is made, with no draft left', () => {
    const file = join(folder, 'new', 'inventory.json');
    writeWhole(file, JSON.stringify(sampleInventory));
    expect(readInventory(file)).toEqual(sampleInventory);
    expect(readdirSync(join(folder, 'new'))).toEqual(['inventory.json']);
  });

  it('throws WRITE_FAILED where it cannot be written', () => {
    const file = join(folder, 'plain');
    writeFileSync(file, '');
    expect(() => writeWhole(join(file, 'inventory.json'), '{}')).toThrow(
      expect.objectContaining({ code: 'WRITE_FAILED' }),
    );
  });

  it.each([
    ['nothing', ''],
    ['half of it', '{"schema":'],
    ['a list', '[]'],
    ['another schema', '{"schema":"avowal/inventory@2"}'],
  ])('throws INVENTORY_INVALID for %s', (_, text) => {
    const file = join(folder, 'bad.json');
    writeFileSync(file, text);
    expect(() => readInventory(file)).toThrow(
      expect.objectContaining({ code: 'INVENTORY_INVALID', exit: 2 }),
    );
  });
});

describe('findInventoryProblem', () => {
  it('names the place that is wrong', () => {
    const [tracker] = sampleInventory.trackers;
    const wrong = { ...sampleInventory, trackers: [tracker, { ...tracker, party: 'second' }] };
    expect(findInventoryProblem(wrong)).toBe('trackers[1].party is not one of first, third');
    expect(findInventoryProblem({ ...sampleInventory, site: 'javascript:alert(1)' })).toBe(
      'site is not a web address',
    );
  });

  it('takes an inventory from before consent signals were gathered', () => {
    const { signals: _, ...old } = sampleInventory;
    expect(findInventoryProblem(old)).toBeUndefined();
  });

  it.each([
    ['moment', { moment: 'soon' }, 'signals[0].moment is not one of before, answer, after, return'],
    ['sent', { sent: [{ system: 'morse' }] }, /^signals\[0\]\.sent\[0\]\.system is not one of google/],
    [
      'says',
      { answered: [{ system: 'tcf', from: [], says: { 'purpose 1': 'maybe' } }] },
      'signals[0].answered[0].says.purpose 1 is not one of granted, denied, unknown',
    ],
    [
      'a command',
      { commands: [{ queue: 'dataLayer', command: 'set' }] },
      'signals[0].commands[0].command is not one of default, update, tag',
    ],
    [
      'a TC string',
      { answered: [{ system: 'tcf', from: [], says: {}, tc: { hash: 'x', created: 'once' } }] },
      'signals[0].answered[0].tc.created is not a date',
    ],
  ])('names what is wrong in a consent signal: %s', (_, change, problem) => {
    const [signals] = sampleInventory.signals ?? [];
    const wrong = { ...sampleInventory, signals: [{ ...signals, ...change }] };
    expect(findInventoryProblem(wrong)).toMatch(problem);
  });

  it('misses no field that is left out', () => {
    const { acts: _, signals: __, ...required } = sampleInventory;
    for (const key of Object.keys(required) as (keyof Inventory)[]) {
      const { [key]: _, ...rest } = sampleInventory;
      expect(findInventoryProblem(rest)).toContain(key);
    }
  });

  it.each([
    ['closings', [{ by: 'prayer', text: '', isGone: true, wrote: [] }], 'closings[0].by is not one of'],
    ['closings', [{ by: 'escape', text: '', isGone: true }], 'closings[0].wrote is not a list'],
    ['closings', {}, 'closings is not a list'],
    [
      'cost',
      { isLargestPaint: true, laterMilliseconds: 0, layoutShift: -1 },
      'cost.layoutShift is not a number from 0',
    ],
    ['notice', { language: 'en', pageLanguage: 'en', text: '' }, 'notice.links is not a list'],
    [
      'notice',
      { language: '', pageLanguage: '', text: '', links: [{ text: '', url: 'javascript:alert(1)' }] },
      'notice.links[0].url is not a web address',
    ],
    [
      'policies',
      [{ link: { text: '', url: 'https://a.example' } }],
      'policies[0].isInNotice is not true or false',
    ],
  ])('names what is wrong with the %s of a scenario', (key, value, problem) => {
    const scenarios = [{ scenario: 'close', outcome: 'done', [key]: value }];
    expect(findInventoryProblem({ ...sampleInventory, scenarios })).toContain(`scenarios[0].${problem}`);
  });

  it.each([
    [{ kind: 'dances' }, 'kind is not one of'],
    [{ subject: 7 }, 'subject is not a text'],
    [{ purpose: 'fun' }, 'purpose is not one of'],
    [{ carries: null }, 'carries is not a text'],
    [{ seen: { none: 1 } }, 'seen.none is not true or false'],
    [{ evidence: [{}] }, 'evidence[0].page is not a text'],
  ])('names what is wrong with an act of a script: %j', (change, problem) => {
    const acts = sampleInventory.acts?.map((act) => ({ ...act, ...change }));
    expect(findInventoryProblem({ ...sampleInventory, acts })).toContain(`acts[0].${problem}`);
  });

  it('takes an inventory of a version that did not look for acts', () => {
    const { acts: _, ...older } = sampleInventory;
    expect(findInventoryProblem(older)).toBeUndefined();
    expect(findInventoryProblem({ ...older, acts: {} })).toBe('acts is not a list');
    expect(findInventoryProblem({ ...older, aliases: [{ host: 'a.test', targets: 'b' }] })).toBe(
      'aliases[0].targets is not a list',
    );
  });

  it('takes any JSON without throwing', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => findInventoryProblem(value) !== undefined));
  });
});
