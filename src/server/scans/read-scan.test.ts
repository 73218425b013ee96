import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { readAudit, readInventory } from './read-scan.ts';
import { type ScanFiles, scanFilesIn, scanFilesOf } from './scan-files.ts';

const INVENTORY = { schema: 'avowal/inventory@1', trackers: [], pages: [], services: [] };
const AUDIT = { schema: 'avowal/audit@1', findings: [] };

async function keep(inventory: string, audit = JSON.stringify(AUDIT)): Promise<ScanFiles> {
  const scans = scanFilesIn(temporaryFolder());
  await scans.keep('shop', {
    'inventory.json': inventory,
    'report.html': '<p>report',
    'audit.json': audit,
    'audit.html': '<p>audit',
  });
  return scans;
}

describe('The last scan of a site', () => {
  it('is read as it was kept', async () => {
    const scans = await keep(JSON.stringify(INVENTORY));
    expect(await readInventory(scans, 'shop')).toEqual(INVENTORY);
    expect(await readAudit(scans, 'shop')).toEqual(AUDIT);
    expect(await scans.read('shop', 'report.html')).toBe('<p>report');
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"schema":"avowal/inventory@1"}',
    '{"schema":"avowal/inventory@9","trackers":[],"pages":[],"services":[]}',
  ])('is none where a file holds %j', async (text) => {
    const scans = await keep(text, text);
    expect(await readInventory(scans, 'shop')).toBeUndefined();
    expect(await readAudit(scans, 'shop')).toBeUndefined();
  });

  it('is none where there is no file', async () => {
    expect(await readInventory(scanFilesIn(temporaryFolder()), 'shop')).toBeUndefined();
  });

  it('is the one that servers share, and that of this server where they share none or cannot be asked', async () => {
    const own = temporaryFolder();
    const files = { 'report.html': '', 'audit.json': '', 'audit.html': '' };
    await scanFilesIn(own).keep('shop', { ...files, 'inventory.json': 'own' });
    const shared = scanFilesIn(temporaryFolder());
    const both = scanFilesOf(own, shared);
    expect(await both.read('shop', 'inventory.json')).toBe('own');
    await both.keep('shop', { ...files, 'inventory.json': 'shared' });
    expect(await both.read('shop', 'inventory.json')).toBe('shared');
    const away = { ...shared, read: () => Promise.reject(new Error('the database is away')) };
    expect(await scanFilesOf(own, away).read('shop', 'inventory.json')).toBe('own');
  });
});
