import { isUnitedStates } from './is-united-states.ts';
import { isOff, LAYERS, on, type SettingContext, type UnlawfulSetting } from './unlawful-setting.ts';

const isPresent = () => true;
const numberBelow = (limit: number) => (value: unknown) => typeof value === 'number' && value < limit;
const isForever = (value: unknown) =>
  typeof value === 'string' && /^(for-?ever|unlimited|never|infinite)$/i.test(value);

const COOKIE = ['cookie.', 'notice.cookie.', 'notice.'];

/** A site for the United States as a whole asks Californians too. */
const asksCalifornians = ({ root }: SettingContext) =>
  isUnitedStates(String((root.regimes as { default?: unknown } | undefined)?.default));

/** What nobody may set for answers, their records and the signals. */
export const UNLAWFUL_KEEPING: readonly UnlawfulSetting[] = [
  {
    paths: on(
      [
        'refusalvaliditymonths',
        'rejectvaliditymonths',
        'refusalvaliditydays',
        'reaskafterrefusaldays',
        'askagainafterrejectdays',
      ],
      LAYERS,
    ),
    refuses: isPresent,
    rule: 'LAW-STO-001',
    source: 'CNIL Recommandation 2020-092 para 39',
    why: 'a refusal is remembered as long as a consent.',
    fix: 'Delete it: notice.validityMonths holds for both.',
  },
  {
    paths: ['notice.validitymonths'],
    refuses: numberBelow(6),
    rule: 'LAW-STO-002',
    source: 'Garante provv. 231/2021 §6.2',
    why: 'nobody is asked again within six calendar months.',
    fix: 'Write a whole number from 6 to 13, or delete it.',
  },
  {
    paths: ['notice.validitymonths'],
    refuses: (value, context) => typeof value === 'number' && value < 12 && asksCalifornians(context),
    rule: 'LAW-STO-005',
    source: 'Cal. Civ. Code 1798.135(c)(4)',
    why: 'who has opted out is not asked again within twelve months.',
    fix: 'Write 12 or 13, or delete it.',
  },
  {
    paths: ['notice.validitymonths'],
    refuses: (value) => typeof value === 'number' && value > 13,
    rule: 'LAW-STO-007',
    source: 'RFC 6265bis (400 days)',
    why: 'browsers keep no cookie for longer, so a longer choice would be lost.',
    fix: 'Write a whole number from 6 to 13, or delete it.',
  },
  {
    paths: ['signals.gpc', 'signals.honourgpc', 'signals.honorgpc', 'signals.respectgpc', 'notice.ignoregpc'],
    refuses: (value) => isOff(value) || value === 'ignore',
    rule: 'US-GPC-001',
    source: '11 CCR 7025(c)(1)',
    why: 'Global Privacy Control is a valid opt-out.',
    fix: 'Delete it: the regime decides what the signal does.',
  },
  {
    paths: on(['reconsent', 'askagainonchange', 'reaskonchange'], ['notice.', '']),
    refuses: isOff,
    rule: 'LAW-STO-010',
    source: 'GDPR Art. 7; EDPB Guidelines 05/2020',
    why: 'consent to one thing is no consent to another that takes its place.',
    fix: 'Delete it: only the purpose that changed is asked again, and the other answers stay.',
  },
  {
    paths: on(['secure', 'cookiesecure'], COOKIE),
    refuses: isOff,
    rule: 'LAW-STO-009',
    source: 'GDPR Art. 25 and 32',
    why: 'the cookie that keeps the answer goes over TLS wherever the page does.',
    fix: 'Delete it.',
  },
  {
    paths: on(['samesite', 'cookiesamesite'], COOKIE),
    refuses: (value) => typeof value === 'string' && value.toLowerCase() === 'none',
    rule: 'LAW-STO-009',
    source: 'GDPR Art. 25 and 32',
    why: 'other websites have no use for the cookie that keeps the answer.',
    fix: 'Delete it: the cookie is SameSite=Lax.',
  },
  {
    paths: ['records', 'records.enabled', 'records.log', 'logconsent'],
    refuses: isOff,
    rule: 'PRF-001',
    source: 'GDPR Art. 7(1)',
    why: 'whoever relies on consent must be able to show it.',
    fix: 'Delete it. How long records stay: records.retentionMonths.',
  },
  {
    paths: on(
      ['ip', 'storeip', 'logip', 'ipaddress', 'useragent', 'storeuseragent', 'url', 'storeurl'],
      ['records.'],
    ),
    refuses: (value) => !isOff(value),
    rule: 'PRF-005',
    source: 'GDPR Art. 5(1)(c)',
    why: 'the proof needs no address, no browser and no page.',
    fix: 'Delete it: a random id tells the records of one visitor.',
  },
  {
    paths: on(['retentionmonths', 'retention', 'retentiondays'], ['records.']),
    refuses: (value) => value === 0 || value === null || isForever(value),
    rule: 'PRF-006',
    source: 'GDPR Art. 5(1)(e)',
    why: 'no record is kept for ever.',
    fix: 'Write records.retentionMonths as a whole number, or delete it for 36.',
  },
  {
    paths: on(['mode', 'consentmode', 'implementation'], ['signals.google.', 'signals.', '']),
    refuses: (value) => value === 'advanced',
    rule: 'LAW-BLOCK-003',
    source: 'VG Hannover 10 A 5385/22, Leitsatz 4',
    why: "in advanced mode Google's tags load and send before anybody has agreed.",
    fix: "Delete it: Google's tags load after consent, and hear the answer.",
  },
];
