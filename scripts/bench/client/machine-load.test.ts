import { describe, expect, it } from 'vitest';
import { foreignLoad, parsePidStat, parseProcStat } from './machine-load.ts';

describe('What the machine does', () => {
  it('is read from /proc/stat: waiting for a disk is not busy, stolen time is', () => {
    expect(parseProcStat('cpu  10 1 5 100 20 2 3 4 0 0\ncpu0 9 9 9 9 9 9 9 9\n')).toEqual({
      busy: 25,
      total: 145,
    });
  });

  it('is read of one process, whose name may hold spaces and brackets', () => {
    const fields = ['S', '42', ...Array.from({ length: 9 }, () => '0'), '1', '2', '3', '4', '20'];
    expect(parsePidStat(`77 (a (b) c) ${fields.join(' ')}`)).toEqual({ parent: 42, ticks: 10 });
  });

  it('is foreign as far as this process and its children did not do it', () => {
    const before = { busy: 100, total: 1000, own: 50 };
    expect(foreignLoad(before, { busy: 160, total: 1200, own: 100 })).toBe(0.05);
    expect(foreignLoad(before, { busy: 140, total: 1200, own: 100 })).toBe(0);
    expect(foreignLoad(before, before)).toBe(0);
  });
});
