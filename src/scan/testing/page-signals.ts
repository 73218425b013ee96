import type {
  AnsweredSignal,
  ConsentCommand,
  ConsentStatement,
  PageSignals,
  SentSignal,
  TcStringFacts,
} from '../../model/consent-signal.ts';

const TIME = '2026-11-23T10:00:00.000Z';
const HOME = 'https://www.example.org/';

/** Codes of Google in a request: `denied` unless `change` says otherwise. */
export const sent = (change: Partial<SentSignal> = {}): SentSignal => ({
  system: 'google',
  from: ['gcs'],
  says: { ad_storage: 'denied', analytics_storage: 'denied' },
  host: 'www.google-analytics.com',
  count: 1,
  time: TIME,
  initiators: [{ url: 'https://www.googletagmanager.com/gtag/js', line: 1 }],
  ...change,
});

/** Says the same of everything that advertising and statistics need. */
export const saysAll = (state: 'granted' | 'denied'): ConsentStatement['says'] => ({
  ad_storage: state,
  ad_user_data: state,
  ad_personalization: state,
  analytics_storage: state,
});

/** A consent command to Google's tag: a denied default unless `change` says otherwise. */
export const command = (change: Partial<ConsentCommand> = {}): ConsentCommand => ({
  queue: 'dataLayer',
  command: 'default',
  says: saysAll('denied'),
  time: TIME,
  initiators: [{ url: HOME, line: 7 }],
  ...change,
});

/** The tag starts. */
export const tagStart: ConsentCommand = command({ command: 'tag', says: {} });

/** A TC string in good order in which nothing is consented to. */
export const tcString = (change: Partial<TcStringFacts> = {}): TcStringFacts => ({
  hash: '0123456789abcdef',
  version: 2,
  cmpId: 300,
  policyVersion: 5,
  vendorListVersion: 177,
  isServiceSpecific: true,
  created: '2026-11-23T00:00:00.000Z',
  lastUpdated: '2026-11-23T00:00:00.000Z',
  purposes: [],
  legitimateInterests: [],
  vendors: 0,
  disclosedVendors: 800,
  ...change,
});

/** What `__tcfapi` answers: nothing consented to, unless `change` says otherwise. */
export const answeredTcf = (change: Partial<AnsweredSignal> = {}): AnsweredSignal => ({
  system: 'tcf',
  from: ['__tcfapi'],
  says: { 'purpose 1': 'denied', 'purpose 2': 'denied' },
  applies: true,
  status: 'loaded',
  tc: tcString(),
  ...change,
});

/** What the first page said before any choice, unless `change` says otherwise. */
export const pageSignals = (change: Partial<PageSignals> = {}): PageSignals => ({
  page: HOME,
  scenario: 'none',
  moment: 'before',
  sent: [],
  commands: [],
  answered: [],
  ...change,
});
