import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredChoice } from './choice.ts';
import { CHOICE_COOKIE, parseChoice, readChoice, serializeChoice } from './choice-cookie.ts';

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const answer = fc.constantFrom('granted' as const, 'denied' as const);
const stored: fc.Arbitrary<StoredChoice> = fc
  .record({
    consentId: fc.uuid(),
    recordId: fc.uuid(),
    time: fc.integer({ min: 1, max: 2 ** 40 }),
    answers: fc.uniqueArray(fc.tuple(slug, answer, fc.stringMatching(/^[a-z0-9]{1,7}$/)), {
      selector: ([id]) => id,
      maxLength: 8,
    }),
    services: fc.dictionary(slug, answer, { maxKeys: 8 }),
  })
  .map(({ answers, services, ...ids }) => ({
    ...ids,
    purposes: Object.fromEntries(answers.map(([id, value]) => [id, value])),
    revisions: Object.fromEntries(answers.map(([id, , revision]) => [id, revision])),
    services: { ...services },
  }));

describe('choice cookie', () => {
  it('LAW-L2-003 keeps exactly what was answered', () => {
    fc.assert(
      fc.property(stored, (choice) => {
        expect(parseChoice(serializeChoice(choice))).toEqual(choice);
      }),
    );
  });

  it('is written with cookie octets alone (RFC 6265 §4.1.1)', () => {
    fc.assert(
      fc.property(stored, (choice) => {
        expect(serializeChoice(choice)).toMatch(/^[!#-+\--:<-[\]-~]*$/);
      }),
    );
  });

  it('LAW-STO-009 stays under 1 KB with 12 purposes and 20 service answers', () => {
    const purposes = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`purpose-number-${i}`, 'granted' as const]),
    );
    const text = serializeChoice({
      consentId: '00000000-0000-4000-8000-000000000000',
      recordId: '00000000-0000-4000-8000-000000000001',
      time: 1_800_000_000,
      purposes,
      revisions: Object.fromEntries(Object.keys(purposes).map((id) => [id, 'abcdefg'])),
      services: Object.fromEntries(
        Array.from({ length: 20 }, (_, i) => [`service-no-${i}`, 'denied' as const]),
      ),
    });
    expect(text.length).toBeLessThan(1024);
  });

  it('never throws and never invents a grant, whatever stands in the cookie', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('1', '|', '~', ':', 'a', '0', '%', '=', ' ') }),
        (text) => {
          const choice = parseChoice(text);
          for (const id of Object.keys(choice?.purposes ?? {})) expect(text).toContain(`${id}:`);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each(['', '1', '2|a|b|c|d:1:e|', '1||r|t|p:1:x|', '1|c|r|!|p:1:x|', '1|c|r|t|p:1:x', '1|c|r|t|p:1:x||'])(
    'takes %j for no answer',
    (text) => expect(parseChoice(text)).toBeUndefined(),
  );

  it('is found among other cookies, and not in one whose name only ends alike', () => {
    const value = '1|c|r|t|p:1:x|';
    expect(readChoice(`a=b; ${CHOICE_COOKIE}=${value}; c=d`)?.purposes).toEqual({ p: 'granted' });
    expect(readChoice(`not${CHOICE_COOKIE}=${value}`)).toBeUndefined();
    expect(readChoice('')).toBeUndefined();
  });

  it('ignores answers that are neither yes nor no', () => {
    expect(parseChoice('1|c|r|t|a:2:x~b:true:y~c:1:z~:1:q|s:9~t:0')).toMatchObject({
      purposes: { c: 'granted' },
      services: { t: 'denied' },
    });
  });
});
