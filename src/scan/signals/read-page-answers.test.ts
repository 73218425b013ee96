import { describe, expect, it } from 'vitest';
import { readPageAnswers } from './read-page-answers.ts';

const REFUSED = 'CQuIxQAQuIxQAP_ABBENCxFgAAAAAAAAAAYgAAAAAAAA.IHCQBQABAAKAA4AvMBwg.YAAAAAAAAAAA';
const hash = (value: string) => `hash of ${value.length}`;

describe('readPageAnswers', () => {
  it('says nothing of a page without any interface', () => {
    expect(readPageAnswers({}, hash)).toEqual([]);
  });

  it('reads a stub that has no string yet', () => {
    expect(readPageAnswers({ tcf: { status: 'stub', consents: [] } }, hash)).toEqual([
      { system: 'tcf', from: ['__tcfapi'], says: {}, status: 'stub' },
    ]);
  });

  it('keeps what the interface grants where the string says otherwise', () => {
    const [said] = readPageAnswers({ tcf: { applies: true, text: REFUSED, consents: [1, 99, -1] } }, hash);
    expect(said?.says['purpose 1']).toBe('granted');
    expect(said?.says['purpose 2']).toBe('denied');
    expect(Object.keys(said?.says ?? {})).toHaveLength(11);
    expect(said?.tc?.purposes).toEqual([]);
  });

  it('reads the cookie, GPP and US Privacy by themselves', () => {
    const said = readPageAnswers(
      {
        cookie: REFUSED,
        gpp: { status: 'loaded', text: 'DBABLA~CVQVAAAAAACA.YA' },
        usPrivacy: { text: '1YYN' },
      },
      hash,
    );
    expect(said.map(({ system, from }) => [system, ...from])).toEqual([
      ['tcf', 'cookie euconsent-v2'],
      ['gpp', '__gpp'],
      ['us-privacy', '__uspapi'],
    ]);
  });

  it('takes a status only from the words of the standard', () => {
    expect(readPageAnswers({ gpp: { status: '<script>' } }, hash)[0]).not.toHaveProperty('status');
  });
});
