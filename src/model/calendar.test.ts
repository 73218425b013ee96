import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from './calendar.ts';

describe('addMonths', () => {
  it.each([
    ['2025-08-31T10:00:00.000Z', 6, '2026-02-28T10:00:00.000Z'],
    ['2023-08-31T00:00:00.000Z', 6, '2024-02-29T00:00:00.000Z'],
    ['2026-11-23T23:59:59.999Z', 6, '2027-05-23T23:59:59.999Z'],
    ['2026-01-31T00:00:00.000Z', 1, '2026-02-28T00:00:00.000Z'],
    ['2026-12-31T00:00:00.000Z', 13, '2028-01-31T00:00:00.000Z'],
  ])('LAW-STO-002 counts calendar months: %s + %i = %s', (from, months, to) => {
    expect(addMonths(new Date(from), months).toISOString()).toBe(to);
  });

  it('LAW-STO-002 ends on the same day of the month, or on the last one of a shorter month', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (time) => {
          const later = addMonths(time, 6);
          const months =
            (later.getUTCFullYear() - time.getUTCFullYear()) * 12 + later.getUTCMonth() - time.getUTCMonth();
          expect(months).toBe(6);
          const nextDay = new Date(later.getTime() + 86_400_000).getUTCDate();
          expect(later.getUTCDate() === time.getUTCDate() || nextDay === 1).toBe(true);
        },
      ),
    );
  });

  it('LAW-STO-002 never ends on a later day of the month, and not a day before, at the end of every month of 28 years', () => {
    for (let month = 0; month < 28 * 12; month += 1) {
      const end = new Date(Date.UTC(2024, month + 1, 0, 23, 59));
      for (const months of [6, 12, 13]) {
        const later = addMonths(end, months);
        const last = new Date(Date.UTC(2024, month + months + 1, 0)).getUTCDate();
        expect(later.getUTCDate()).toBe(Math.min(end.getUTCDate(), last));
        expect(later.toISOString().slice(11)).toBe(end.toISOString().slice(11));
      }
    }
  });

  it.each(['2026-03-29T00:30:00.000Z', '2026-10-25T00:30:00.000Z', '2024-02-29T12:00:00.000Z'])(
    'LAW-STO-002 knows no summer time and no time zone: %s',
    (from) => {
      const later = addMonths(new Date(from), 6);
      expect(later.toISOString().slice(8)).toBe(from.slice(8));
    },
  );

  it('does not change its argument', () => {
    const time = new Date('2026-01-31T00:00:00Z');
    addMonths(time, 1);
    expect(time.toISOString()).toBe('2026-01-31T00:00:00.000Z');
  });
});
