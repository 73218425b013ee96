import type { ConsentStatement, SignalState } from '../../model/consent-signal.ts';

/** The letters of `gcd`, as people who watch Google's tags have published them; `l` = never set. */
const LETTERS: Readonly<Record<string, SignalState>> = {
  p: 'denied',
  q: 'denied',
  m: 'denied',
  u: 'denied',
  t: 'granted',
  r: 'granted',
  n: 'granted',
  v: 'granted',
};

/** The order in which `gcd` speaks of them. */
const TYPES = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'] as const;

const BITS: Readonly<Record<string, SignalState>> = { '1': 'granted', '0': 'denied' };

/** What each parameter may look like: anything else is not kept. */
const FORMS: Readonly<Record<string, RegExp>> = {
  gcs: /^G1[-01]{2}$/,
  gcd: /^1\d[a-z]\d[a-z]\d[a-z]\d[a-z]\d[a-z\d]{0,6}$/,
  npa: /^[01]$/,
  dma: /^[01]$/,
  pscdl: /^(noapi|denied|error|[a-z]{1,12}_?\d{0,2})$/,
};

/** Parameters that say something only beside the first two, or at Google's own hosts. */
const GOOGLE =
  /(^|\.)(google|google-analytics|googletagmanager|googleadservices|googlesyndication|doubleclick)\./;

/** What Google's tags say in a request: `undefined` where they say nothing. */
export function readGoogleCodes(host: string, query: URLSearchParams): ConsentStatement | undefined {
  const isTag = query.has('gcs') || query.has('gcd') || GOOGLE.test(`${host}.`);
  if (!isTag) return undefined;
  const codes: Record<string, string> = {};
  for (const [name, form] of Object.entries(FORMS)) {
    const value = query.get(name);
    if (value !== null && form.test(value)) codes[name] = value;
  }
  if (Object.keys(codes).length === 0) return undefined;
  const says: Record<string, SignalState> = {};
  const letters = codes.gcd?.match(/[a-z]/g) ?? [];
  if (codes.gcd)
    for (const [index, type] of TYPES.entries()) says[type] = LETTERS[letters[index] ?? ''] ?? 'unknown';
  // The short code is the state of now, and is the older and better known of the two.
  for (const [index, type] of (['ad_storage', 'analytics_storage'] as const).entries()) {
    const state = BITS[codes.gcs?.[index + 2] ?? ''];
    if (state) says[type] = state;
    else if (codes.gcs) says[type] ??= 'unknown';
  }
  if (codes.npa === '1') says.ad_personalization ??= 'denied';
  return { system: 'google', from: Object.keys(codes), says, codes };
}
