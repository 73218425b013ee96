import { describe, expect, it } from 'vitest';
import { roundUp } from './day-chart.ts';
import { DAYS, dayRows, firstDay, sumActions } from './days.ts';
import { formatDay, formatShare, formatTime } from './format.ts';

const NOW = new Date('2026-03-05T00:30:00Z');

describe('The last days', () => {
  it('are all there, empty ones too, across the end of a month', () => {
    const rows = dayRows([{ day: '2026-02-28', action: 'accept', count: 3 }], NOW);
    expect(rows).toHaveLength(DAYS);
    expect([rows[0]?.day, rows.at(-1)?.day]).toEqual(['2026-02-20', '2026-03-05']);
    expect(firstDay(NOW)).toBe('2026-02-20');
    expect(rows.find(({ day }) => day === '2026-02-28')?.total).toBe(3);
    expect(rows.reduce((sum, { total }) => sum + total, 0)).toBe(3);
  });

  it('leave out what is older, and add up', () => {
    const counts = [
      { day: '2026-02-19', action: 'accept', count: 9 },
      { day: '2026-03-04', action: 'accept', count: 2 },
      { day: '2026-03-05', action: 'accept', count: 1 },
      { day: '2026-03-05', action: 'withdraw', count: 4 },
    ] as const;
    expect(sumActions(dayRows(counts, NOW))).toEqual({ accept: 3, reject: 0, save: 0, withdraw: 4, gpc: 0 });
  });
});

describe('The figures of the dashboard', () => {
  it.each([
    [0, 2],
    [1, 2],
    [3, 4],
    [9, 10],
    [11, 20],
    [22, 40],
    [99, 100],
    [101, 200],
    [4321, 6000],
  ])('a scale for %i ends at %i, whose half is whole', (value, top) => {
    expect(roundUp(value)).toBe(top);
    expect(Number.isInteger(top / 2)).toBe(true);
  });

  it('read well', () => {
    expect(formatShare(2, 3)).toBe('67 %');
    expect(formatShare(0, 0)).toBe('–');
    expect(formatDay('2026-11-03')).toBe('3 Nov');
    expect(formatTime('2026-11-23T17:05:29.123Z')).toBe('23 Nov 2026, 17:05:29 UTC');
    expect(formatTime('<b>')).toBe('<b>');
  });
});
