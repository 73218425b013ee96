import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inventoryOf } from '../knowledge/config/testing/inventory.ts';
import { SMALL_CONFIG } from '../knowledge/config/testing/small-config.ts';
import { shareScan } from './share-scan.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'avowal-share-'));
  mkdirSync(join(folder, 'scan'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const share = () => shareScan(join(folder, 'scan'), join(folder, 'data'), SMALL_CONFIG.site);
const writeScan = (site: string) =>
  writeFileSync(join(folder, 'scan', 'inventory.json'), JSON.stringify(inventoryOf([], [], { site })));

describe('shareScan', () => {
  it("copies a scan of the site into the site's folder, and the newer one over it", () => {
    writeScan('https://www.example.org');
    expect(share()).toBe(true);
    writeScan('https://shop.example.org');
    expect(share()).toBe(true);
    const copy = readFileSync(join(folder, 'data', 'example', 'inventory.json'), 'utf8');
    expect(JSON.parse(copy)).toMatchObject({ site: 'https://shop.example.org' });
  });

  it('keeps what a worker found since', () => {
    const write = (dir: string, finishedAt: string) => {
      mkdirSync(join(folder, dir), { recursive: true });
      const inventory = inventoryOf([], [], { site: 'https://www.example.org', finishedAt });
      writeFileSync(join(folder, dir, 'inventory.json'), JSON.stringify(inventory));
    };
    write('data/example', '2026-11-21T03:00:00.000Z');
    write('scan', '2026-11-20T12:00:00.000Z');
    expect(share()).toBe(false);
    write('scan', '2026-11-22T12:00:00.000Z');
    expect(share()).toBe(true);
  });

  it('leaves out the scan of another site, and no scan', () => {
    expect(share()).toBe(false);
    writeScan('https://notexample.org');
    expect(share()).toBe(false);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('refuses a damaged inventory', () => {
    writeFileSync(join(folder, 'scan', 'inventory.json'), '{');
    expect(share).toThrow('is not an inventory');
  });
});
