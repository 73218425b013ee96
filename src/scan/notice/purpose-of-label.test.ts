import { expect, it } from 'vitest';
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
