import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../../knowledge/config/resolve-config.ts';
import type { ConsentRecord } from '../../../model/consent-record.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { fixtureConfig } from '../../testing/fixture-config.ts';
import { fixtureRecord } from '../../testing/fixture-submission.ts';
import { type ExportFormat, exportText } from './export-records.ts';

const config = resolveConfig(fixtureConfig());
const older = {
  ...config,
  site: { ...config.site, controller: { ...config.site.controller, name: 'Old Ltd' } },
};

async function text(format: ExportFormat, records: readonly ConsentRecord[]): Promise<string> {
  const store = {
    findArtefact: async (hash: string) =>
      hash === 'e'.repeat(64) ? { hash, kind: 'config' as const, content: canonicalJson(older) } : undefined,
  };
  async function* each() {
    yield* records;
  }
  const pieces = await Array.fromAsync(exportText(each(), { format, store, config, storage: 'Berlin' }));
  return pieces.join('');
}
const graph = async (...records: ConsentRecord[]) => JSON.parse(await text('27560', records))['@graph'];

describe('An export', () => {
  const records = [fixtureRecord(), fixtureRecord({ action: 'withdraw' })];

  it('as JSON Lines has each record as it is kept', async () => {
    const lines = (await text('jsonl', records)).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(records);
  });

  it('as CSV has a head and a line for each record', async () => {
    expect((await text('csv', records)).trimEnd().split('\r\n')).toHaveLength(3);
    expect((await text('csv', [])).split('\r\n')[0]).toMatch(/^id,site,consentId,/);
  });

  it('PRF-002: as ISO/IEC TS 27560 has every mandatory field, none of them empty', async () => {
    const [record] = await graph(fixtureRecord({ services: { video: 'denied' } }));
    const mandatory = [
      'dct:conformsTo',
      'dct:identifier',
      'dpv:hasDataSubject.@id',
      'dpv:hasNotice.@id',
      'dct:language',
      'dpv:hasProcess.0.dpv:hasPurpose',
      'dpv:hasProcess.0.dpv:hasPersonalData.0',
      'dpv:hasProcess.0.dpv:hasDataController',
      'dpv:hasProcess.0.dpv:hasStorageCondition.0.dpv:hasLocation',
      'dpv:hasProcess.0.dpv:hasStorageCondition.1.dpv:hasDuration',
      'dpv:hasProcess.0.dpv:hasRecipient.0',
      'dpv:hasJurisdiction',
      'dpv:hasConsentControl.@type',
      'dpv:hasEntity.0.@type',
      'dpv:hasEntity.0.dct:identifier',
      'dpv:hasEntity.0.dpv:hasName',
      'dpv:hasEntity.0.dpv:hasAddress',
      'dpv:hasEntity.0.dpv:hasContact',
      'dpv:hasConsentStatus.0.dpv:isIndicatedAtTime',
      'dpv:hasConsentStatus.0.dpv:hasDuration.rdf:value',
      'dpv:hasConsentStatus.0.dpv:isIndicatedBy',
      'dpv:hasConsentStatus.0.dct:type',
      'dpv:hasConsentStatus.0.@type',
    ];
    for (const path of mandatory) {
      const value = path
        .split('.')
        .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], record);
      expect([path, typeof value]).toEqual([path, 'string']);
      expect(value).not.toBe('');
    }
  });

  it('PRF-003: says what state each answer makes, and lets no refusal look like consent', async () => {
    const states = async (edit: Partial<ConsentRecord>) => {
      const [record] = await graph(fixtureRecord(edit));
      const of = (process: Record<string, string>) => process['dpv:hasConsentStatus'];
      return [record['dpv:hasConsentStatus'][0]['@type'], ...record['dpv:hasProcess'].map(of)];
    };
    const denied = { analytics: 'denied', marketing: 'denied' } as const;
    const mixed = { analytics: 'granted', marketing: 'denied' } as const;
    const [given, refused, withdrawn] = ['dpv:ConsentGiven', 'dpv:ConsentRefused', 'dpv:ConsentWithdrawn'];
    expect(await states({})).toEqual([given, given, given]);
    expect(await states({ action: 'reject', purposes: denied })).toEqual([refused, refused, refused]);
    expect(await states({ action: 'save', purposes: mixed })).toEqual([given, given, refused]);
    expect(await states({ action: 'withdraw', purposes: denied })).toEqual([withdrawn, withdrawn, withdrawn]);
  });

  it('PRF-004: tells of each record by the configuration that it was given to', async () => {
    const [now, then] = await graph(fixtureRecord(), fixtureRecord({ configHash: 'e'.repeat(64) }));
    expect(now['dpv:hasDataController']).toBe('Example Ltd');
    expect(then['dpv:hasDataController']).toBe('Old Ltd');
  });

  it('is whole JSON where there is no record', async () => {
    expect(await graph()).toEqual([]);
  });
});
