import type { ConsentStatement, SignalState } from '../../model/consent-signal.ts';
import { readGoogleCodes } from './google-codes.ts';
import { readGppString } from './gpp-string.ts';
import { readBodyParameters } from './read-body-parameters.ts';
import { purposesSaid, readTcString } from './tc-string.ts';

type Hash = (value: string) => string;

/** Pages fill these in where they have nothing to say: `${GDPR_CONSENT_755}`, `[CONSENT]`, `undefined`. */
const isBlank = (value: string | null): value is null | '' =>
  !value || /^(\$?\{.*\}?|\[.*\]|%.*%|undefined|null|0)$/.test(value);

function readTcf(query: URLSearchParams, hash: Hash): ConsentStatement[] {
  const applies = { '0': false, '1': true }[query.get('gdpr') ?? ''];
  const text = query.get('gdpr_consent');
  const hasText = !isBlank(text);
  if (applies === undefined && !hasText) return [];
  const tc = hasText ? readTcString(text, hash) : undefined;
  return [
    {
      system: 'tcf',
      from: [...(applies === undefined ? [] : ['gdpr']), ...(hasText ? ['gdpr_consent'] : [])],
      says: tc ? purposesSaid(tc) : {},
      ...(applies !== undefined && { applies }),
      ...(tc && { tc }),
    },
  ];
}

function readGpp(query: URLSearchParams, hash: Hash): ConsentStatement[] {
  const text = query.get('gpp');
  const ids = query.get('gpp_sid') ?? '';
  // Other things are called so too.
  if (isBlank(text) || !text.startsWith('DB')) return [];
  const said = readGppString(text, 'gpp', hash);
  return /^-?\d{1,2}([,_]\d{1,2}){0,9}$/.test(ids)
    ? [{ ...said, from: ['gpp', 'gpp_sid'], codes: { ...said.codes, gpp_sid: ids } }]
    : [said];
}

/** Version, notice given, opted out of sale, covered by an agreement: `1YNN`. */
export function readUsPrivacy(text: string | null, from: string): ConsentStatement[] {
  if (!text || !/^1[YN-]{3}$/i.test(text)) return [];
  const code = text.toUpperCase();
  const sale = ({ Y: 'denied', N: 'granted' } as Readonly<Record<string, SignalState>>)[code[2] ?? ''];
  return [
    {
      system: 'us-privacy',
      from: [from],
      says: { sale: sale ?? 'unknown' },
      codes: { us_privacy: code },
      applies: code !== '1---',
    },
  ];
}

function readMicrosoft(host: string, query: URLSearchParams): ConsentStatement[] {
  const code = query.get('asc');
  if (!/^bat\.bing\.(com|net)$/.test(host) || (code !== 'G' && code !== 'D')) return [];
  return [
    {
      system: 'microsoft',
      from: ['asc'],
      says: { ad_storage: code === 'G' ? 'granted' : 'denied' },
      codes: { asc: code },
    },
  ];
}

function readMeta(host: string, query: URLSearchParams): ConsentStatement[] {
  const option = query.get('dpo');
  if (!/(^|\.)facebook\.(com|net)$/.test(host) || (option !== 'LDU' && option !== '')) return [];
  return [
    {
      system: 'meta',
      from: ['dpo'],
      says: { 'unlimited data use': option === 'LDU' ? 'denied' : 'granted' },
      codes: { dpo: option || 'none' },
    },
  ];
}

/** What a request says of the visitor's answer, by its address and body; nothing else of either is kept. */
export function readRequestSignals(address: string, body: string, hash: Hash): ConsentStatement[] {
  const url = URL.parse(address);
  if (!url) return [];
  const query = url.searchParams;
  for (const [name, value] of readBodyParameters(body)) if (!query.has(name)) query.append(name, value);
  const google = readGoogleCodes(url.hostname, query);
  return [
    ...(google ? [google] : []),
    ...readTcf(query, hash),
    ...readGpp(query, hash),
    ...readUsPrivacy(query.get('us_privacy'), 'us_privacy'),
    ...readMicrosoft(url.hostname, query),
    ...readMeta(url.hostname, query),
  ];
}
