import { expect, it } from 'vitest';
import type { NoticeReading } from '../../model/notice-facts.ts';
import { auditInput, tracker } from '../testing/audited-site.ts';
import audit from './notice-language.ts';

const ENGLISH = 'We would like to count visits with cookies. You can withdraw your consent at any time.';
const GERMAN = 'Wir möchten Besuche mit Cookies zählen. Sie können Ihre Einwilligung jederzeit widerrufen.';
const GERMAN_PAGE = 'Willkommen in unserem Laden. Wir bauen Möbel von Hand und liefern sie in drei Tagen.';

const verdicts = (change: Partial<NoticeReading>, trackers = [tracker({ seen: { accept: true } })]) =>
  audit
    .judge(
      auditInput({
        trackers,
        scenarios: [
          {
            scenario: 'close',
            outcome: 'done',
            notice: {
              language: '',
              pageLanguage: 'de-AT',
              text: GERMAN,
              pageText: GERMAN_PAGE,
              links: [],
              ...change,
            },
          },
        ],
      }),
    )
    .map(({ verdict, subject }) => `${verdict} ${subject}`);

it('LAW-L1-013 passes a notice in the language of the page', () => {
  expect(verdicts({})).toEqual(['pass notice']);
});

it('LAW-L1-013 fails a notice in another language than the page declares and speaks', () => {
  expect(verdicts({ text: ENGLISH })).toEqual(['fail notice']);
  expect(verdicts({ text: ENGLISH, language: 'en' })).toEqual(['fail notice']);
});

it('LAW-L1-013 has a person look where the page only declares its language, or declares a wrong one', () => {
  expect(verdicts({ text: ENGLISH, pageText: 'Ferdl' })).toEqual(['review notice']);
  expect(verdicts({ text: ENGLISH, pageLanguage: 'fr' })).toEqual(['review notice']);
});

it('A11Y-010 has a person look at a notice that is declared as what it is not', () => {
  expect(verdicts({ language: 'en' })).toEqual(['review declared language']);
});

it('takes a Norwegian page and its notice for the same language', () => {
  const text =
    'Vi vil gjerne telle besøk med informasjonskapsler. Du kan når som helst trekke samtykket tilbake.';
  expect(verdicts({ text, pageText: '', pageLanguage: 'no' })).toEqual(['pass notice']);
});

it('says nothing of few words, of a page that says nothing, and of a site that need not ask', () => {
  expect(verdicts({ text: 'Cookies!' })).toEqual(['inapplicable notice']);
  expect(verdicts({ pageText: '', pageLanguage: '' })).toEqual(['inapplicable notice']);
  expect(verdicts({ text: ENGLISH }, [])).toEqual(['inapplicable notice']);
});
