import { expect, it } from 'vitest';
import { linesOf } from '../testing/policy-context.ts';
import recipients from './recipients.ts';

const service = (id: string, name: string, country?: string) => ({
  id,
  name: id,
  purpose: 'commercial',
  provider: { name, ...(country && { country }) },
});

it('POL-004: names each company once, with its country and its services', () => {
  expect(linesOf(recipients)).toContain(
    'Google LLC | United States, outside the EEA | Google Fonts, Google DoubleClick, Google reCAPTCHA, and YouTube',
  );
});

it('POL-004: speaks of transfers where a provider sits outside the EEA', () => {
  const lines = linesOf(recipients, { trackers: [], services: [service('a', 'A Inc.', 'US')] });
  expect(lines.at(-1)).toMatch(/You can ask us which safeguards apply/);
});

it('POL-004: says explicitly that none is known where all sit inside', () => {
  const lines = linesOf(recipients, {
    trackers: [],
    services: [service('a', 'A GmbH', 'DE'), service('b', 'B AS', 'NO')],
  });
  expect(lines.at(-1)).toMatch(/^No provider listed here is known to have its seat outside/);
});

it('says where a seat is not known, instead of guessing', () => {
  const lines = linesOf(recipients, { trackers: [], services: [service('a', 'A')] });
  expect(lines).toContain('A | seat not stated | a');
  expect(lines.at(-1)).toBe('Where the seat is not stated, it is not known to this page.');
});

it('the site’s own controller is no other company', () => {
  const lines = linesOf(recipients, { trackers: [], services: [service('shop', 'Kopano Ltd', 'DE')] });
  expect(lines).toEqual(['No other company’s service is listed.']);
});
