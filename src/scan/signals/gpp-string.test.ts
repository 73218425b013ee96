import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGppString } from './gpp-string.ts';

const read = (text: string) => readGppString(text, '__gpp', (value) => `${value.length}`);

describe('readGppString', () => {
  it.each([
    ['DBABLA~CVQqAAAAAACA.QA', { sale: 'granted', sharing: 'granted', 'targeted advertising': 'granted' }],
    ['DBABLA~CVQVAAAAAACA.YA', { sale: 'denied', sharing: 'denied', 'targeted advertising': 'denied' }],
    ['DBABBg~BUoAAACA.QA', { sale: 'granted', sharing: 'granted' }],
    ['DBABBg~BUUAAACA.YA', { sale: 'denied', sharing: 'denied' }],
  ])('reads what %s says of sale and sharing', (text, says) => {
    expect(read(text).says).toEqual(says);
  });

  it('tells the sections, and whether they mirror Global Privacy Control', () => {
    expect(read('DBABLA~CVQVAAAAAACA.YA').codes).toEqual({ sections: '7', gpc: 'true' });
    expect(read('DBABBg~BUoAAACA.QA').codes).toEqual({ sections: '8', gpc: 'false' });
  });

  it('reads a European section as the TC string that it is', () => {
    const tc = 'CQuIxQAQuIxQAP_ABBENCxFsAP_gAELAAAYgF5wBAABAAKAA4AvMC84AYAAgAFALzAAA';
    const european = read(`DBABMA~${tc}`);
    expect(european.tc?.vendorListVersion).toBe(177);
    expect(european.says['purpose 1']).toBe('granted');
  });

  it.each([
    ['nothing', ''],
    ['a word', 'yes'],
    ['a header alone', 'DBABLA'],
    ['noise', 'DBABLA~!!'],
    ['no end', 'D'.repeat(20_000)],
  ])('says that %s is none, and throws nothing', (_, text) => {
    expect(read(text).problem).toMatch(/^It .*\.$/);
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.string(), (text) => read(text).system === 'gpp'));
  });
});
