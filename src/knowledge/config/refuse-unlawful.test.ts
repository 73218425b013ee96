import { describe, expect, it } from 'vitest';
import { AvowalError } from '../../model/errors.ts';
import { refuseUnlawful } from './refuse-unlawful.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';
import { UNLAWFUL_SETTINGS } from './unlawful-settings.ts';

function refusalOf(config: unknown): AvowalError | undefined {
  try {
    refuseUnlawful(config, 'a.json');
    return undefined;
  } catch (error) {
    return error as AvowalError;
  }
}

const purpose = (change: object) => ({ purposes: [{ id: 'ads', name: 'Ads', description: 'x', ...change }] });
const notice = (change: object) => ({ notice: change });

const REFUSED: readonly [rule: string, what: string, config: object, path: string][] = [
  [
    'LAW-L1-005',
    'an optional purpose that is preselected',
    purpose({ preselected: true }),
    'purposes[0].preselected',
  ],
  [
    'LAW-L1-005',
    'an optional service that is on by default',
    { services: [{ id: 'a', default: true }] },
    'services[0].default',
  ],
  ['LAW-L1-005', 'the same in another spelling', purpose({ pre_selected: true }), 'purposes[0].pre_selected'],
  [
    'LAW-BLOCK-005',
    'a required purpose without a justification',
    purpose({ required: true }),
    'purposes[0].required',
  ],
  [
    'LAW-BLOCK-005',
    'a justification of blanks',
    purpose({ required: true, justification: '  ' }),
    'purposes[0].required',
  ],
  [
    'LAW-BLOCK-001',
    'a required purpose that covers analytics',
    purpose({ required: true, justification: 'x', covers: ['necessary', 'analytics'] }),
    'purposes[0].covers',
  ],
  ['LAW-L1-001', 'a first layer without Reject', notice({ reject: false }), 'notice.reject'],
  ['LAW-L1-001', 'a hidden Reject', notice({ hideDeclineAll: true }), 'notice.hideDeclineAll'],
  ['LAW-L1-002', 'Reject as a link', notice({ reject: 'link' }), 'notice.reject'],
  [
    'LAW-L1-003',
    'buttons of different weight',
    notice({ equalWeightButtons: false }),
    'notice.equalWeightButtons',
  ],
  [
    'LAW-BLOCK-002',
    'a picture from the service itself',
    { services: [{ id: 'youtube', purpose: 'a', poster: 'https://i.ytimg.com/vi/x.jpg' }] },
    'services[0].poster',
  ],
  [
    'LAW-BLOCK-002',
    'a picture from another host without a scheme',
    { services: [{ id: 'youtube', purpose: 'a', poster: '//i.ytimg.com/vi/x.jpg' }] },
    'services[0].poster',
  ],
  ['LAW-L1-004', 'a colour for Accept alone', { theme: { acceptColor: '#00ff00' } }, 'theme.acceptColor'],
  ['LAW-L1-006', 'consent by scrolling', notice({ acceptOnScroll: true }), 'notice.acceptOnScroll'],
  ['LAW-L1-006', 'consent by waiting', notice({ dismissOnTimeout: 5000 }), 'notice.dismissOnTimeout'],
  [
    'LAW-L1-006',
    'consent by going on',
    { accept_close_page_navigation: 'yes' },
    'accept_close_page_navigation',
  ],
  ['LAW-L1-006', 'implied consent', notice({ consentType: 'implied' }), 'notice.consentType'],
  ['LAW-L1-008', 'a close button that accepts', notice({ close: 'accept' }), 'notice.close'],
  ['LAW-L1-011', 'a cookie wall', notice({ cookieWall: true }), 'notice.cookieWall'],
  [
    'LAW-L2-005',
    'a legitimate-interest toggle',
    purpose({ legitimateInterest: true }),
    'purposes[0].legitimateInterest',
  ],
  [
    'LAW-L2-005',
    'legitimate interest as a ground',
    { services: [{ legalBasis: 'legitimate-interest' }] },
    'services[0].legalBasis',
  ],
  [
    'LAW-STO-001',
    'a refusal that is forgotten earlier',
    notice({ refusalValidityMonths: 1 }),
    'notice.refusalValidityMonths',
  ],
  [
    'LAW-L1-019',
    'an exemption for what feeds advertising',
    { ...SMALL_CONFIG, services: [{ id: 'x', purpose: 'commercial', exemption: 'uk-statistics' }] },
    'services[0].exemption',
  ],
  [
    'LAW-BLOCK-007',
    'an exemption for counting that says nothing of its conditions',
    { ...SMALL_CONFIG, services: [{ id: 'x', purpose: 'statistics', exemption: 'fr-audience' }] },
    'services[0].exemption',
  ],
  ['LAW-L2-001', 'one answer for everything', { granular: false }, 'granular'],
  ['LAW-L2-001', 'a notice without a way to the preferences', notice({ settings: false }), 'notice.settings'],
  ['LAW-L2-003', 'saving that accepts', notice({ saveAcceptsAll: true }), 'notice.saveAcceptsAll'],
  [
    'LAW-L2-004',
    'hidden services',
    notice({ preferences: { hideVendors: true } }),
    'notice.preferences.hideVendors',
  ],
  [
    'A11Y-011',
    'a notice that goes away by itself',
    notice({ autoDismissAfter: 30 }),
    'notice.autoDismissAfter',
  ],
  ['US-SYM-001', 'later as an answer', notice({ askLater: true }), 'notice.askLater'],
  ['WDR-001', 'no way to withdraw', notice({ withdraw: false }), 'notice.withdraw'],
  ['LAW-STO-010', 'old answers to new questions', notice({ reconsent: false }), 'notice.reconsent'],
  ['LAW-STO-009', 'a cookie without TLS', { cookie: { secure: false } }, 'cookie.secure'],
  ['LAW-STO-009', 'a cookie for other websites', { cookie: { sameSite: 'None' } }, 'cookie.sameSite'],
  ['PRF-001', 'consent without a record', { records: { enabled: false } }, 'records.enabled'],
  ['PRF-005', 'addresses in records', { records: { storeIp: 'hashed' } }, 'records.storeIp'],
  ['PRF-006', 'records for ever', { records: { retention: 'forever' } }, 'records.retention'],
  ['PRF-006', 'records without an end', { records: { retentionMonths: 0 } }, 'records.retentionMonths'],
  [
    'LAW-BLOCK-003',
    'tags of Google before consent',
    { signals: { google: { mode: 'advanced' } } },
    'signals.google.mode',
  ],
  ['LAW-STO-002', 'asking again before six months', notice({ validityMonths: 5 }), 'notice.validityMonths'],
  [
    'LAW-STO-005',
    'asking Californians again before twelve months',
    { ...notice({ validityMonths: 6 }), regimes: { default: 'us-ca' } },
    'notice.validityMonths',
  ],
  [
    'LAW-STO-007',
    'a choice that outlives its cookie',
    notice({ validityMonths: 24 }),
    'notice.validityMonths',
  ],
  ['US-GPC-001', 'ignoring Global Privacy Control', { signals: { gpc: false } }, 'signals.gpc'],
];

describe('refuseUnlawful', () => {
  it.each(REFUSED)('%s: refuses %s', (rule, _, config, path) => {
    const error = refusalOf(config);
    expect(error).toBeInstanceOf(AvowalError);
    expect(error?.code).toBe('CONFIG_UNLAWFUL');
    expect(error?.message).toContain(`a.json: ${path} is refused by rule ${rule} (`);
    expect(error?.todo).toMatch(/\.$/);
  });

  it('has a test for every rule in the table', () => {
    const tested = new Set(REFUSED.map(([rule]) => rule));
    expect(UNLAWFUL_SETTINGS.filter(({ rule }) => !tested.has(rule))).toEqual([]);
  });

  it.each([
    ['a lawful configuration', SMALL_CONFIG],
    ['a required purpose with its justification', purpose({ required: true, justification: 'x' })],
    ['what says that an optional purpose begins switched off', purpose({ default: false })],
    ['six and thirteen months', notice({ validityMonths: 6 })],
    ['twelve months in California', { ...notice({ validityMonths: 12 }), regimes: { default: 'us-ca' } }],
    [
      'records with an end, and preferences that are there',
      { records: { retentionMonths: 1 }, preferences: {}, settings: {} },
    ],
    ['text in the place of a configuration', 'text'],
    ['null', null],
  ])('lets %s pass', (_, config) => {
    expect(refusalOf(config)).toBeUndefined();
  });

  it('names every refused place at once', () => {
    const error = refusalOf({
      ...purpose({ preselected: true }),
      ...notice({ cookieWall: true, reject: false }),
    });
    expect(error?.message).toMatch(/LAW-L1-005.*LAW-L1-011.*LAW-L1-001/s);
  });

  it('takes nesting of any depth', () => {
    expect(refusalOf(JSON.parse(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`))).toBeUndefined();
  });
});
