import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDuration } from './format-duration.ts';

const DAY = 86_400;

test.each([
  [390 * DAY, '13 months', '13 Monate'],
  [393 * DAY, '13 months', '13 Monate'],
  [180 * DAY, '6 months', '6 Monate'],
  [183 * DAY, '6 months', '6 Monate'],
  [365 * DAY, '1 year', '1 Jahr'],
  [730 * DAY, '2 years', '2 Jahre'],
  [3650 * DAY, '10 years', '10 Jahre'],
  [30 * DAY, '1 month', '1 Monat'],
  [90 * DAY, '3 months', '3 Monate'],
  [14 * DAY, '14 days', '14 Tage'],
  [DAY, '1 day', '1 Tag'],
  [4 * 3600, '4 hours', '4 Stunden'],
  [3600, '1 hour', '1 Stunde'],
  [1800, '30 minutes', '30 Minuten'],
  [900, '15 minutes', '15 Minuten'],
  [100, '100 seconds', '100 Sekunden'],
  [10, '10 seconds', '10 Sekunden'],
  [1, '1 second', '1 Sekunde'],
])('%i seconds read as "%s" and "%s"', (seconds, en, de) => {
  expect(formatDuration(seconds, 'en')).toBe(en);
  expect(formatDuration(seconds, 'de')).toBe(de);
});

test('a few seconds lost on the way through the network change nothing', () => {
  expect(formatDuration(180 * DAY - 3, 'en')).toBe('6 months');
  expect(formatDuration(1799, 'en')).toBe('30 minutes');
});

test('a length between two units is said in the smaller one', () => {
  expect(formatDuration(45 * DAY, 'en')).toBe('45 days');
  expect(formatDuration(90 * 60, 'en')).toBe('90 minutes');
  expect(formatDuration(548 * DAY, 'en')).toBe('18 months');
});

test('an expired tracker lasts no time', () => {
  expect(formatDuration(0, 'en')).toBe('0 seconds');
  expect(formatDuration(-5, 'en')).toBe('0 seconds');
});

describe('a session', () => {
  test('reads as the text that the locale has for it', () => {
    expect(formatDuration(null, 'de', 'bis der Browser geschlossen wird')).toBe(
      'bis der Browser geschlossen wird',
    );
  });

  test('reads in English where no text is given', () => {
    expect(formatDuration(null, 'en')).toBe('until the browser is closed');
  });
});

test('any locale that the platform knows is spoken', () => {
  expect(formatDuration(1800, 'fr')).toBe('30 minutes');
  expect(formatDuration(180 * DAY, 'ja')).toBe('6 か月');
  expect(formatDuration(2 * DAY, 'pl')).toBe('2 dni');
});

test('property: what is said is within 2 % of what was measured, from one minute on', () => {
  const sizes = { second: 1, minute: 60, hour: 3600, day: DAY, month: 30.4375 * DAY, year: 365.25 * DAY };
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 30 * 366 * DAY }), (seconds) => {
      const [, count, unit] = /^([\d,]+) (\w+?)s?$/.exec(formatDuration(seconds, 'en')) ?? [];
      const said = Number(count?.replaceAll(',', '')) * sizes[unit as keyof typeof sizes];
      expect(Math.abs(said - seconds)).toBeLessThanOrEqual(seconds * 0.02);
    }),
  );
});
