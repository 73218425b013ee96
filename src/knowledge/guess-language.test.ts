import { describe, expect, it } from 'vitest';
import { createGuessLanguage, guessLanguage } from './guess-language.ts';
import type { Locale } from './locale.ts';
import { locales } from './locales/index.ts';

const tongueOf = (tag: string) => tag.split('-')[0];

describe('a guesser that has read the policies alone', () => {
  const guess = createGuessLanguage(locales.map((locale) => ({ ...locale, notice: {} as Locale['notice'] })));

  it.each(locales.map(({ tag, notice }) => [tag, notice] as const))(
    'tells the language of the notice: %s',
    (tag, { body, withdrawHint, preferencesBody }) => {
      expect(guess([body, withdrawHint, preferencesBody].join(' '))).toBe(tongueOf(tag));
    },
  );
});

it.each([
  ['en', 'Welcome to our shop. We build furniture by hand and bring it to your door within three days.'],
  ['de', 'Wir möchten Cookies verwenden, um Besuche zu zählen.'],
  [
    'nb',
    'Velkommen til butikken vår. Vi lager møbler for hånd og leverer dem innen tre dager over hele landet.',
  ],
  [
    'da',
    'Velkommen til vores butik. Vi sælger møbler af egen hånd, og de er hjemme hos jer inden for tre dage.',
  ],
  ['cs', 'Vítejte v našem obchodě. Nábytek vyrábíme ručně a dovezeme ho do tří dnů po celé zemi.'],
  ['sk', 'Vitajte v našom obchode. Nábytok vyrábame ručne a dovezieme ho do troch dní po celej krajine.'],
  ['ca', 'Benvingut a la nostra botiga. Fem mobles a mà i els portem a tot el país en tres dies.'],
  ['zh', '欢迎光临本店。我们手工制作家具，三天之内送到全国各地您的家中。'],
])('tells %s from its neighbours', (tongue, text) => {
  expect(guessLanguage(text)).toBe(tongue);
});

it.each([
  ['nothing', ''],
  ['a few words', 'We use cookies.'],
  ['noise', 'asdkfj qwlekr zxcvmn poqiwe lskdjf wqpoei zmxncb alskdj qpwoei zmxncv'],
  [
    'a language that is not shipped',
    'Selamat datang di toko kami. Kami menjual mebel buatan tangan ke seluruh negeri.',
  ],
  [
    'two languages, one after the other',
    'We use cookies to measure how our pages are read. Wir verwenden Cookies, um zu messen, wie unsere Seiten gelesen werden.',
  ],
])('says nothing of %s', (_, text) => {
  expect(guessLanguage(text)).toBeUndefined();
});
