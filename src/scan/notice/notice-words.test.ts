import { describe, expect, it } from 'vitest';
import { fillText } from '../../knowledge/fill-text.ts';
import { locales } from '../../knowledge/locales/index.ts';
import { NOTICE_WORDS, POLICY_WORDS } from './notice-words.ts';

describe.each(locales.map((locale) => [locale.name, locale] as const))(
  'the words for %s',
  (_, { notice }) => {
    // What the visitor of a site reads, without a purpose that would help.
    const text = `${fillText(notice.body, { controller: 'X', purposes: 'Y', services: '3' })} ${notice.withdrawHint}`;

    it.each(Object.entries(NOTICE_WORDS))('LAW-L1-009 find the %s in a text that has them', (__, words) => {
      expect(text).toMatch(words);
    });

    it('LAW-L1-009 find the links to policies', () => {
      expect(notice.policyLink).toMatch(new RegExp(POLICY_WORDS, 'iu'));
      expect(notice.privacyPolicy).toMatch(new RegExp(POLICY_WORDS, 'iu'));
    });
  },
);

it.each([
  ['en', 'This site uses cookies.'],
  ['en', 'We use cookies to give you the best experience.'],
  ['de', 'Diese Website verwendet Cookies. Alles klar?'],
  ['fr', 'Ce site utilise des cookies.'],
  ['es', 'Esta web utiliza cookies.'],
  ['nl', 'Deze site gebruikt cookies.'],
])('LAW-L1-009 find nothing in a text that says nothing (%s: %s)', (_, text) => {
  for (const words of Object.values(NOTICE_WORDS)) expect(text).not.toMatch(words);
});
