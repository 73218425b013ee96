import { GVL, TCModel, TCString } from '@iabtechlabtcf/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purposesSaid, readTcString } from './tc-string.ts';

const REFUSED = 'CQuIxQAQuIxQAP_ABBENCxFgAAAAAAAAAAYgAAAAAAAA.IHCQBQABAAKAA4AvMBwg.YAAAAAAAAAAA';
const ACCEPTED =
  'CQuIxQAQuIxQAP_ABBENCxFsAP_gAELAAAYgF5wBAABAAKAA4AvMC84AYAAgAFALzAAA.IHCQBQABAAKAA4AvMBwg.YAAAAAAAAAAA';

const read = (text: string) => readTcString(text, (value) => `${value.length}`);

describe('readTcString', () => {
  it('TCF-STR-011 reads a refusal: nothing consented to, five vendors disclosed', () => {
    expect(read(REFUSED)).toMatchObject({
      version: 2,
      cmpId: 1023,
      policyVersion: 5,
      vendorListVersion: 177,
      isServiceSpecific: true,
      created: '2026-11-23T00:00:00.000Z',
      lastUpdated: '2026-11-23T00:00:00.000Z',
      purposes: [],
      vendors: 0,
      disclosedVendors: 5,
    });
  });

  it('TCF-STR-011 reads a consent to everything', () => {
    expect(read(ACCEPTED)).toMatchObject({
      purposes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      legitimateInterests: [2, 7, 9, 10],
      vendors: 4,
    });
  });

  it('tells a string without disclosed vendors from one that disclosed none', () => {
    expect(read(REFUSED.split('.')[0] ?? '').disclosedVendors).toBeNull();
    expect(read(REFUSED.replace(/\.I[^.]+/, '.IAAA')).disclosedVendors).toBe(0);
  });

  it.each([
    ['nothing', ''],
    ['a word', 'yes'],
    ['version 1', 'BOEFEAyOEFEAyAHABDENAI4AAAB9vABAASA'],
    ['half of a string', ACCEPTED.slice(0, 30)],
    ['characters of another alphabet', 'CQ+/=='],
    ['a string without end', 'C'.repeat(20_000)],
  ])('says that %s is none, and throws nothing', (_, text) => {
    expect(read(text).problem).toMatch(/^It .*\.$/);
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof read(text).hash === 'string'));
  });

  it('keeps a keyed hash and not the string', () => {
    expect(JSON.stringify(read(ACCEPTED))).not.toContain(ACCEPTED.slice(0, 20));
  });

  it('TCF-STR-011 reads back what the reference library writes', () => {
    const purposeIds = Object.fromEntries(
      Array.from({ length: 11 }, (_, id) => [
        id + 1,
        { id: id + 1, name: '', description: '', illustrations: [] },
      ]),
    );
    const gvl = new GVL({
      gvlSpecificationVersion: 3,
      vendorListVersion: 200,
      tcfPolicyVersion: 5,
      lastUpdated: '2026-11-19T16:00:00Z',
      purposes: purposeIds,
      specialPurposes: {},
      features: {},
      specialFeatures: {},
      stacks: {},
      vendors: {},
      dataCategories: {},
    } as never);
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 11 })), (purposes) => {
        const model = new TCModel(gvl);
        model.cmpId = 300;
        model.cmpVersion = 1;
        model.consentScreen = 1;
        model.isServiceSpecific = true;
        model.purposeConsents.set(purposes);
        expect(read(TCString.encode(model)).purposes).toEqual(purposes.toSorted((a, b) => a - b));
      }),
      { numRuns: 20 },
    );
  });
});

it('tells each of the eleven purposes', () => {
  const said = purposesSaid(read(ACCEPTED));
  expect(Object.keys(said)).toHaveLength(11);
  expect(new Set(Object.values(said))).toEqual(new Set(['granted']));
  expect(purposesSaid(read('broken'))).toEqual({});
});
