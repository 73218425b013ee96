import type { ConsentRecord } from '../../../model/consent-record.ts';
import type { ResolvedConfig } from '../../../model/resolved-config.ts';

/** Vocabularies of {@link toConsentRecord27560}. */
export const CONTEXT_27560: Readonly<Record<string, string>> = {
  dct: 'http://purl.org/dc/terms/',
  dpv: 'https://w3id.org/dpv#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
};

/** What the record of a choice does not say itself. */
export interface RecordFacts {
  /** The configuration that the visitor was shown. */
  readonly config: ResolvedConfig;
  /** Where records are kept, for the person who asks: an address or a place. */
  readonly storage: string;
}

const STATES = { granted: 'dpv:ConsentGiven', denied: 'dpv:ConsentRefused' } as const;

const textIn = (text: string | Readonly<Record<string, string>>, locale: string) =>
  typeof text === 'string' ? text : (text[locale] ?? Object.values(text)[0] ?? '');

/** What happened: the event of ISO/IEC TS 27560 §8.5, its state in words of the Data Privacy Vocabulary (PRF-003). */
function eventOf(state: string, { receivedAt, validUntil, action, layer, gpc }: ConsentRecord) {
  return {
    '@type': state,
    'dpv:isIndicatedBy': 'dpv:DataSubject',
    'dpv:isIndicatedAtTime': receivedAt,
    'dpv:hasDuration': { '@type': 'dpv:UntilTimeDuration', 'rdf:value': validUntil },
    'dpv:hasIndicationMethod': `${action}, ${layer}${gpc ? ', Global Privacy Control' : ''}`,
    'dct:type': action === 'gpc' ? 'dpv:ImpliedConsent' : 'dpv:ExpressedConsent',
  };
}

/** A purpose that was asked, with who takes part in it and what they store. */
function processOf(purpose: string, record: ConsentRecord, { config, storage }: RecordFacts) {
  const { locale, action, purposes } = record;
  const configured = config.purposes.find(({ id }) => id === purpose);
  const answer = purposes[purpose] ?? 'denied';
  const services = config.services.filter((service) => service.purpose === purpose);
  const data = config.trackers.filter((tracker) => tracker.purpose === purpose).map(({ name }) => name);
  return {
    '@type': 'dpv:Process',
    'dct:identifier': purpose,
    'dpv:hasPurpose': textIn(configured?.name ?? purpose, locale),
    'dpv:hasService': services.map(({ id, name }) => ({
      'dct:identifier': id,
      'dct:title': name,
      // An answer of its own comes before that of the purpose.
      ...(record.services[id] && { 'dpv:hasConsentStatus': STATES[record.services[id]] }),
    })),
    'dpv:hasPersonalData': data.length > 0 ? data : ['dpv:PersonalData'],
    'dpv:hasDataController': config.site.controller.name,
    'dpv:hasRecipient': [config.site.controller.name, ...services.map(({ provider }) => provider.name)],
    'dpv:hasStorageCondition': [
      { '@type': 'dpv:StorageLocation', 'dpv:hasLocation': storage },
      { '@type': 'dpv:StorageDuration', 'dpv:hasDuration': `P${config.retentionMonths}M` },
    ],
    'dpv:hasConsentStatus': action === 'withdraw' ? 'dpv:ConsentWithdrawn' : STATES[answer],
  };
}

/**
 * A record in the structure of ISO/IEC TS 27560:2023, in the words of the Data Privacy Vocabulary as its guide maps them
 * (https://w3id.org/dpv/guides/consent-27560). Each purpose has its own state: one answer may grant one and refuse another.
 */
export function toConsentRecord27560(record: ConsentRecord, facts: RecordFacts): object {
  const { site } = facts.config;
  const { controller } = site;
  const granted = Object.values({ ...record.purposes, ...record.services }).includes('granted');
  const state =
    record.action === 'withdraw' ? 'dpv:ConsentWithdrawn' : STATES[granted ? 'granted' : 'denied'];
  return {
    '@id': `urn:uuid:${record.id}`,
    '@type': 'dpv:ConsentRecord',
    'dct:identifier': record.id,
    'dct:conformsTo': 'https://w3id.org/dpv/schema/dpv-27560#record',
    'dpv:hasDataSubject': { '@id': `urn:avowal:consent:${record.consentId}` },
    'dpv:hasNotice': {
      '@type': 'dpv:ConsentNotice',
      '@id': `urn:sha256:${record.noticeHash}`,
      'dct:language': record.locale,
      ...(site.privacyPolicyUrl && { 'schema:url': site.privacyPolicyUrl }),
    },
    'dct:language': record.locale,
    'dpv:hasJurisdiction': record.regime,
    'dpv:hasDataController': controller.name,
    'dpv:hasEntity': [
      {
        '@type': 'dpv:DataController',
        'dct:identifier': controller.name,
        'dpv:hasName': controller.name,
        'dpv:hasAddress': controller.address,
        'dpv:hasContact': controller.email,
      },
    ],
    'dpv:hasProcess': Object.keys(record.purposes).map((purpose) => processOf(purpose, record, facts)),
    'dpv:hasConsentControl': {
      '@type': 'dpv:WithdrawConsent',
      'dct:description': 'The control that reopens the preferences, on every page of the site.',
    },
    'dpv:hasConsentStatus': [eventOf(state, record)],
    ...(record.supersedes !== null && { 'dct:replaces': `urn:uuid:${record.supersedes}` }),
  };
}
