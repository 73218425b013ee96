import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, StoredChoice } from './choice.ts';
import { type Question, readChoice, serializeChoice } from './choice-cookie.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24);

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const four = fc.stringMatching(/^[0-9a-z]{4}$/);
const unique = { selector: ([id]: readonly [string, ...unknown[]]) => id, maxLength: 8 };
const asked: fc.Arbitrary<Question> = fc
  .record({
    purposes: fc.uniqueArray(fc.tuple(slug, four), unique),
    services: fc.uniqueArray(fc.tuple(slug, fc.stringMatching(/^[0-9a-z]{3}$/), four), {
      ...unique,
      selector: ([, stem]) => stem,
    }),
    mode: fc.constantFrom('opt-in' as const, 'opt-out' as const),
  })
  .map(({ purposes, services, mode }) => ({
    purposes: purposes.map(([id, facts]) => ({ id, revision: `${id}.${facts}` })),
    services: services.map(([id, stem, facts]) => ({ id, revision: `.${stem}${facts}` })),
    regime: { mode },
  }));
const answer: fc.Arbitrary<Answer | undefined> = fc.constantFrom('granted', 'denied', undefined);

/** A question, and some answers to it. */
const answered = asked.chain((question) => {
  const answers = (list: Question['purposes']) =>
    fc
      .array(answer, { minLength: list.length, maxLength: list.length })
      .map((given) =>
        Object.fromEntries(
          list.flatMap(({ id }, i): [string, Answer][] => (given[i] ? [[id, given[i]]] : [])),
        ),
      );
  return fc.record({
    question: fc.constant(question),
    stored: fc.record({
      consentId: fc.uuid(),
      recordId: fc.uuid(),
      time: fc.integer({ min: 1, max: NOW }),
      until: fc.integer({ min: NOW + 1, max: NOW + 400 * DAY }),
      purposes: answers(question.purposes),
      services: answers(question.services),
    }),
  });
});

const QUESTION: Question = {
  purposes: [
    { id: 'media', revision: 'media.m111' },
    { id: 'statistics', revision: 'statistics.s111' },
  ],
  services: [{ id: 'video', revision: '.vid0001' }],
  regime: { mode: 'opt-in' },
};
const optOut: Question = { ...QUESTION, regime: { mode: 'opt-out' } };
const CONSENT = '00000000-0000-4000-8000-00000000000c';
const NEWER = '00000000-0000-4000-8000-00000000000b';
const RECORD = '00000000-0000-4000-8000-00000000000a';
const choice = (change: Partial<StoredChoice> = {}): StoredChoice => ({
  consentId: CONSENT,
  recordId: RECORD,
  time: NOW - DAY,
  until: NOW + DAY,
  purposes: { media: 'granted', statistics: 'denied' },
  services: { video: 'denied' },
  ...change,
});
const cookie = (change: Partial<StoredChoice> = {}) => serializeChoice(choice(change), QUESTION);
const read = (cookies: string, question: Question = QUESTION) => readChoice(cookies, question, NOW);

describe('choice cookie', () => {
  it('LAW-L2-003 keeps exactly what was answered', () => {
    fc.assert(
      fc.property(answered, ({ question, stored }) => {
        expect(readChoice(serializeChoice(stored, question), question, NOW)).toEqual(stored);
      }),
    );
  });

  it('is written with cookie octets alone (RFC 6265 §4.1.1)', () => {
    fc.assert(
      fc.property(answered, ({ question, stored }) => {
        expect(serializeChoice(stored, question)).toMatch(/^avowal=[!#-+\--:<-[\]-~]*$/);
      }),
    );
  });

  it('never throws, and grants only what stands in it as granted, whatever that is', () => {
    const part = fc.constantFrom(
      'avowal=',
      '2',
      '|',
      '~',
      '1',
      '0',
      'media.m111',
      '.vid0001',
      '; ',
      'x',
      '%',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 24 }), (parts) => {
        const found = read(parts.join(''));
        for (const [id, { revision }] of Object.entries({
          media: QUESTION.purposes[0] as Question['purposes'][0],
          statistics: QUESTION.purposes[1] as Question['purposes'][0],
        })) {
          if (found?.purposes[id] === 'granted') expect(parts.join('')).toContain(`~1${revision}~`);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it('takes of a choice that was cut off the answers that are whole', () => {
    const whole = cookie();
    for (let length = 0; length < whole.length; length += 1) {
      const found = read(whole.slice(0, length));
      expect({ media: 'granted', statistics: 'denied' }).toMatchObject(found?.purposes ?? {});
      expect({ video: 'denied' }).toMatchObject(found?.services ?? {});
    }
  });

  it.each([
    ['nothing', ''],
    ['an empty cookie', 'avowal='],
    ['an earlier version', 'avowal=1|c|r|t|media:1:x|'],
    ['a part too many', `${cookie()}|x`],
    ['no consent id', cookie({ consentId: '' })],
    ['an id that the server would refuse', cookie({ recordId: 'r' })],
    ['a time that is none', cookie({ time: Number.NaN })],
    ['another cookie whose name ends alike', `not${cookie()}`],
    ['a value with the name in it', `x=${cookie()}`],
  ])('takes %s for no choice', (_, text) => expect(read(text)).toBeUndefined());

  it('believes a no where both stand', () => {
    const said = (list: string) =>
      read(`avowal=2|${CONSENT}|${RECORD}|${NOW}|${NOW + 1}|${list}`)?.purposes.media;
    expect(said('~1media.m111~0media.m111~')).toBe('denied');
    expect(said('~1media.m111~')).toBe('granted');
  });

  it.each([
    ['before it ends', choice({ until: NOW + 1 }), true],
    ['once it has ended', choice({ until: NOW }), false],
    ['from a clock that was a little fast', choice({ time: NOW + DAY / 2 }), true],
    ['from the future', choice({ time: NOW + 2 * DAY, until: NOW + 300 * DAY }), false],
  ])('LAW-STO-003 counts or not: %s', (_, stored, counts) => {
    expect(read(serializeChoice(stored, QUESTION)) !== undefined).toBe(counts);
  });

  it.each([
    ['first', (newer: string, older: string) => [newer, older]],
    ['last', (newer: string, older: string) => [older, newer]],
    ['between damaged ones', (newer: string, older: string) => ['avowal=2|x', newer, older, 'avowal=']],
  ])('reads the newest of several of the name: %s', (_, order) => {
    const cookies = order(
      cookie({ recordId: NEWER, time: NOW - 1, purposes: { media: 'denied' } }),
      cookie({ time: NOW - 2 }),
    );
    expect(read(`a=b; ${cookies.join('; ')}; c=d`)?.recordId).toBe(NEWER);
  });

  describe('when a purpose or a service has changed since', () => {
    const changed = (question: Question): Question => ({
      ...question,
      purposes: QUESTION.purposes.map(({ id }) => ({ id, revision: `${id}.new1` })),
      services: [{ id: 'video', revision: '.vidnew1' }],
    });

    it('LAW-STO-010 no answer to it counts any more', () => {
      const found = read(cookie({ services: { video: 'granted' } }), changed(QUESTION));
      expect(found).toMatchObject({ consentId: CONSENT, purposes: {}, services: {} });
    });

    it('LAW-STO-010 the other answers stay, those to services too', () => {
      const media = { ...QUESTION, purposes: [{ id: 'media', revision: 'media.new1' }] };
      const question = { ...media, purposes: [...media.purposes, ...QUESTION.purposes.slice(1)] };
      expect(read(cookie(), question)).toMatchObject({
        purposes: { statistics: 'denied' },
        services: { video: 'denied' },
      });
    });

    it('LAW-STO-005 an objection stays where everything runs until it is refused', () => {
      expect(read(cookie(), changed(optOut))).toMatchObject({
        purposes: { statistics: 'denied' },
        services: { video: 'denied' },
      });
      expect(read(cookie(), changed(optOut))?.purposes).not.toHaveProperty('media');
    });
  });
});
