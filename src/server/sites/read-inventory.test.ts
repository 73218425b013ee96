import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { readInventory } from './read-inventory.ts';

const put = (text: string) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'shop'));
  writeFileSync(join(folder, 'shop', 'inventory.json'), text);
  return readInventory(folder, 'shop');
};

describe('The inventory of a site', () => {
  it('is read from the data folder', () => {
    const inventory = { schema: 'avowal/inventory@1', trackers: [], pages: [], services: [] };
    expect(put(JSON.stringify(inventory))).toEqual(inventory);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"schema":"avowal/inventory@1"}',
    '{"schema":"avowal/inventory@9","trackers":[],"pages":[],"services":[]}',
  ])('is none where the file holds %j', (text) => {
    expect(put(text)).toBeUndefined();
  });

  it('is none where there is no file', () => {
    expect(readInventory(temporaryFolder(), 'shop')).toBeUndefined();
  });
});
