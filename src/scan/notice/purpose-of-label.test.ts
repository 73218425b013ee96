import { describe, expect, it } from 'vitest';
import type { ConfigPurpose } from '../../model/config.ts';
import { purposeOfLabel } from './purpose-of-label.ts';

it.each([
  ['Statistics', 'analytics'],
  ['Performance cookies', 'analytics'],
  ['Audience measurement', 'analytics'],
  ['Statistik & Analyse', 'analytics'],
  ['Mesure d’audience', 'analytics'],
  ['Estadísticas', 'analytics'],
  ['Statystyka', 'analytics'],
  ['Marketing', 'marketing'],
  ['Targeting cookies', 'marketing'],
  ['Werbung', 'marketing'],
  ['Personalised advertising', 'marketing'],
  ['Publicité', 'marketing'],
  ['Pubblicità', 'marketing'],
  ['Functional', 'functional'],
  ['Voorkeuren', 'functional'],
  ['Strictly necessary', 'necessary'],
  ['Technisch notwendige Cookies', 'necessary'],
])('takes the switch "%s" for %s', (label, purpose) => {
  expect(purposeOfLabel(label)).toBe(purpose);
});

it.each(['Statistics and marketing', 'Werbung und Statistik', 'Functional and analytics cookies'])(
  'does not decide what "%s" is for: it names two purposes',
  (label) => {
    expect(purposeOfLabel(label)).toBeUndefined();
  },
);

it.each(['Video', 'Commercial', 'Everything', '', 'Enable or disable all services', '42'])(
  'knows nothing of "%s"',
  (label) => {
    expect(purposeOfLabel(label)).toBeUndefined();
  },
);

describe('with the purposes of the configuration', () => {
  const purpose = (name: ConfigPurpose['name'], ...covers: NonNullable<ConfigPurpose['covers']>) => ({
    id: 'one',
    name,
    description: '',
    covers,
  });
  const own = [
    purpose({ en: 'Commercial', de: 'Kommerziell' }, 'marketing'),
    purpose('Commercial extras', 'functional'),
    purpose('Statistics', 'marketing'),
    purpose('Both', 'analytics', 'marketing'),
    purpose('', 'functional'),
  ];

  it.each([
    ['Commercial', 'marketing'],
    ['commercial  4 services', 'marketing'],
    ['Kommerziell', 'marketing'],
    ['Commercial extras', 'functional'],
    ['Statistics', 'marketing'],
    ['Werbung', 'marketing'],
    ['Both', undefined],
    ['Commercially', undefined],
    ['', undefined],
  ])('takes "%s" for %s', (label, expected) => {
    expect(purposeOfLabel(label, own)).toBe(expected);
  });
});
