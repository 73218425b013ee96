import { expect, it } from 'vitest';
import { locales } from '../../knowledge/locales/index.ts';
import { statesLifetimes } from './states-lifetimes.ts';

it.each(locales.map(({ tag }) => tag))('POL-001 reads a life of one year or of 30 days in %s', (tag) => {
  for (const [unit, number] of [
    ['year', 1],
    ['day', 30],
  ] as const) {
    const life = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(number);
    expect(statesLifetimes(`_ga | Google | ${life} |`, tag), life).toBe(true);
  }
});

it('POL-001 reads the end of a session', () =>
  expect(statesLifetimes('PHPSESSID: Session', 'en')).toBe(true));

it('POL-001 sees that nothing is said of it', () => {
  expect(statesLifetimes('_ga counts visits. Last changed in 2026. Call us on 112.', 'en')).toBe(false);
});

it('takes a language that there is not', () => expect(statesLifetimes('2 years', 'x!')).toBe(true));
