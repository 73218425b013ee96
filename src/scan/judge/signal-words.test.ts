import { expect, it } from 'vitest';
import { command, sent, tcString } from '../testing/page-signals.ts';
import { commandWords, saysWords, statementWords } from './signal-words.ts';

it('puts kinds of the same state together, and purposes into ranges', () => {
  expect(saysWords({ ad_storage: 'denied', analytics_storage: 'granted', ad_user_data: 'denied' })).toBe(
    'granted: analytics_storage; denied: ad_storage, ad_user_data',
  );
  expect(
    saysWords({
      'purpose 3': 'granted',
      'purpose 1': 'granted',
      'purpose 2': 'granted',
      'purpose 10': 'granted',
    }),
  ).toBe('granted: purposes 1–3, 10');
  expect(saysWords({ 'purpose 4': 'denied' })).toBe('denied: purpose 4');
});

it('shows the code with what it says, or why it says nothing', () => {
  expect(statementWords(sent({ codes: { gcs: 'G100' } }))).toBe(
    'gcs=G100 → denied: ad_storage, analytics_storage',
  );
  const broken = {
    system: 'tcf',
    from: ['gdpr_consent'],
    says: {},
    tc: { hash: 'x', problem: 'It is broken.' },
  } as const;
  expect(statementWords(broken)).toBe('gdpr_consent → It is broken.');
  expect(statementWords({ ...broken, tc: tcString(), applies: false })).toBe('gdpr_consent → does not apply');
});

it('tells a command with the places that it is limited to', () => {
  expect(commandWords(command({ says: { ad_storage: 'denied' }, regions: ['DE', 'FR'] }))).toBe(
    'dataLayer: consent default in DE, FR → denied: ad_storage',
  );
  expect(commandWords(command({ command: 'tag', says: {} }))).toBe('dataLayer: the tag starts');
});
