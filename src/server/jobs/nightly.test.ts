import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { scanFilesIn } from '../scans/scan-files.ts';
import { fixtureConfig } from '../testing/fixture-config.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { dueSites, lastTime, nextTime } from './nightly.ts';

const AT = { hour: 3, minute: 30 };

describe('The night', () => {
  it.each([
    ['2026-11-24T03:30:00.000Z', '2026-11-24T03:30:00.000Z', '2026-11-25T03:30:00.000Z'],
    ['2026-11-24T03:29:59.999Z', '2026-11-23T03:30:00.000Z', '2026-11-24T03:30:00.000Z'],
    ['2026-12-31T23:59:00.000Z', '2026-12-31T03:30:00.000Z', '2027-01-01T03:30:00.000Z'],
    ['2026-03-01T00:10:00.000Z', '2026-02-28T03:30:00.000Z', '2026-03-01T03:30:00.000Z'],
  ])('at %s the last one was %s and the next one is %s', (now, last, next) => {
    expect(lastTime(AT, new Date(now)).toISOString()).toBe(last);
    expect(nextTime(AT, new Date(now)).toISOString()).toBe(next);
  });

  it('finds due what was never scanned or not since the last one, and what cannot be read', async () => {
    const scans = scanFilesIn(temporaryFolder());
    const keep = (id: string, finishedAt: string) =>
      scans.keep(id, {
        'report.html': '',
        'audit.json': '',
        'audit.html': '',
        'inventory.json': JSON.stringify({
          schema: 'avowal/inventory@1',
          finishedAt,
          trackers: [],
          pages: [],
          services: [],
        }),
      });
    await keep('fresh', '2026-11-24T03:41:00.000Z');
    await keep('old', '2026-11-23T03:41:00.000Z');
    await keep('strange', 'yesterday');
    const configs = ['fresh', 'old', 'strange', 'never'].map((id) =>
      resolveConfig(fixtureConfig({ site: { ...fixtureConfig().site, id } })),
    );
    const nightly = {
      at: AT,
      sites: async () => configs,
      scans,
      scan: () => Promise.reject(new Error('nothing is scanned here')),
      log: () => undefined,
    };
    const due = await dueSites(nightly, new Date('2026-11-24T12:00:00Z'));
    expect(due.map(({ site }) => site.id)).toEqual(['old', 'strange', 'never']);
  });
});
