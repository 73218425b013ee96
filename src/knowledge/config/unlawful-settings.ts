import { isUnitedStates } from './is-united-states.ts';

/** What stands around a setting. */
export interface SettingContext {
  /** The object that holds it. */
  readonly parent: Readonly<Record<string, unknown>>;
  /** The whole configuration. */
  readonly root: Readonly<Record<string, unknown>>;
}

/** A setting that the law refuses, whatever system people know it from. */
export interface UnlawfulSetting {
  /**
   * Paths in which every array index is `[]`, and every key is in lower case without hyphens and underscores:
   * `purposes[].preselected`. A path that begins with `*.` holds in every object.
   */
  readonly paths: readonly string[];
  /** Which values are refused; left out: `true`, a positive number or `"yes"`. */
  readonly refuses?: (value: unknown, context: SettingContext) => boolean;
  /** Id of the rule and the source that it stands on. */
  readonly rule: string;
  readonly source: string;
  readonly why: string;
  readonly fix: string;
}

const isOff = (value: unknown) =>
  value === false || value === 0 || value === 'no' || value === 'none' || value === 'off';
const isPresent = () => true;
const numberBelow = (limit: number) => (value: unknown) => typeof value === 'number' && value < limit;
const isOptional = (_: unknown, { parent }: SettingContext) => parent.required !== true;
const on = (paths: readonly string[], scopes: readonly string[]) =>
  scopes.flatMap((scope) => paths.map((path) => scope + path));

const PARTS = ['purposes[].', 'services[].'];
const LAYERS = ['notice.', 'notice.firstlayer.', 'notice.preferences.', ''];
const BUTTONS = ['theme.', 'notice.', 'notice.theme.', 'notice.buttons.'];

/** A required purpose may hold nothing but what is exempt from consent. */
const coversOptional = (value: unknown, { parent }: SettingContext) =>
  parent.required === true && Array.isArray(value) && value.some((item) => item !== 'necessary');

const isUnjustified = (value: unknown, { parent }: SettingContext) =>
  value === true && !(typeof parent.justification === 'string' && parent.justification.trim());

/** Anything but a path on the site's own host; browsers read a backslash as a slash. */
const isElsewhere = (value: unknown) => typeof value === 'string' && !/^\/(?![/\\])/.test(value);

/** A site for the United States as a whole asks Californians too. */
const asksCalifornians = ({ root }: SettingContext) =>
  isUnitedStates(String((root.regimes as { default?: unknown } | undefined)?.default));

/** Whether a purpose, or a service by its purpose, stands for advertising. */
function isAdvertising({ parent, root }: SettingContext): boolean {
  const purposes = Array.isArray(root.purposes) ? (root.purposes as Readonly<Record<string, unknown>>[]) : [];
  const { id, covers } = purposes.find((purpose) => purpose?.id === parent.purpose) ?? parent;
  return id === 'marketing' || (Array.isArray(covers) && covers.includes('marketing'));
}

const EXEMPTION = on(['exemption', 'exempt', 'exemptfromconsent', 'withoutconsent'], PARTS);

/** Settings that are refused before anything else is looked at, in the order in which they are reported. */
export const UNLAWFUL_SETTINGS: readonly UnlawfulSetting[] = [
  {
    paths: on(
      [
        'preselected',
        'preticked',
        'checked',
        'default',
        'enabled',
        'defaultconsent',
        'isdefaulton',
        'granted',
      ],
      PARTS,
    ),
    refuses: (value, context) => (value === true || value === 'granted') && isOptional(value, context),
    rule: 'LAW-L1-005',
    source: 'CJEU C-673/17 Planet49; GDPR Recital 32; EDPB Cookie Banner Taskforce report 17.01.2023 para 10',
    why: 'a box that is ticked in advance is no consent.',
    fix: 'Delete it: every optional purpose begins switched off.',
  },
  {
    paths: ['purposes[].required'],
    refuses: isUnjustified,
    rule: 'LAW-BLOCK-005',
    source: 'ePrivacy Directive Art. 5(3)',
    why: "what runs without consent needs a recorded reason why the visitor's own request needs it.",
    fix: 'Add "justification", or delete "required" so that visitors are asked.',
  },
  {
    paths: ['purposes[].covers'],
    refuses: coversOptional,
    rule: 'LAW-BLOCK-001',
    source: 'ePrivacy Directive Art. 5(3); EDPB Guidelines 2/2023',
    why: 'functional, analytics and marketing services wait for consent, so a required purpose cannot hold them.',
    fix: 'Move them to the "covers" of a purpose without "required".',
  },
  {
    paths: on(
      ['reject', 'showreject', 'rejectbutton', 'showrejectbutton', 'denyallcta', 'declinebutton'],
      LAYERS,
    ),
    refuses: isOff,
    rule: 'LAW-L1-001',
    source: 'EDPB Cookie Banner Taskforce report 17.01.2023 para 8; VG Hannover 10 A 5385/22',
    why: 'wherever visitors can accept, they can refuse in the same way.',
    fix: 'Delete it: Reject always stands beside Accept.',
  },
  {
    paths: on(['hidereject', 'hiderejectbutton', 'hidedeclineall', 'rejectonsecondlayer'], LAYERS),
    rule: 'LAW-L1-001',
    source: 'EDPB Cookie Banner Taskforce report 17.01.2023 para 8; VG Hannover 10 A 5385/22',
    why: 'wherever visitors can accept, they can refuse in the same way.',
    fix: 'Delete it: Reject always stands beside Accept.',
  },
  {
    paths: on(['rejectaslink', 'reject', 'rejectstyle', 'rejecttype'], LAYERS),
    refuses: (value) => value === true || value === 'link' || value === 'text',
    rule: 'LAW-L1-002',
    source: 'EDPB Cookie Banner Taskforce report 17.01.2023 para 14',
    why: 'a link in the text is not a way to refuse that equals a button to accept.',
    fix: 'Delete it: Reject is a button like Accept.',
  },
  {
    paths: on(['equalweightbuttons'], LAYERS),
    refuses: isOff,
    rule: 'LAW-L1-003',
    source: 'BVwG W108 2284491-1',
    why: 'Accept and Reject look the same.',
    fix: 'Delete it.',
  },
  {
    paths: on(
      [
        'accept',
        'acceptcolor',
        'acceptcolour',
        'acceptbackground',
        'acceptbuttoncolor',
        'reject',
        'rejectcolor',
        'rejectcolour',
        'rejectbackground',
        'rejectbuttoncolor',
      ],
      BUTTONS,
    ),
    refuses: (value) =>
      (typeof value === 'string' && /^#|^rgb|^hsl/.test(value)) || typeof value === 'object',
    rule: 'LAW-L1-004',
    source: 'APD/GBA 113/2024 and 131/2024',
    why: 'a striking colour for one of the two answers steers the visitor.',
    fix: 'Set theme.accent and theme.onAccent: both buttons share them.',
  },
  {
    paths: on(
      [
        'acceptonscroll',
        'consentonscroll',
        'dismissonscroll',
        'scrollclose',
        'acceptonnavigation',
        'consentonnavigation',
        'dismissonlinkclick',
        'acceptclosepagenavigation',
        'acceptontimeout',
        'consentontimeout',
        'dismissontimeout',
        'autoaccept',
        'autoacceptafter',
        'acceptonescape',
        'acceptonclickoutside',
        'dismissonwindowclick',
        'impliedconsent',
        'continuemeansaccept',
      ],
      LAYERS,
    ),
    refuses: (value) => value === true || value === 'yes' || (typeof value === 'number' && value > 0),
    rule: 'LAW-L1-006',
    source: 'EDPB Guidelines 05/2020 para 86',
    why: 'scrolling, going on, waiting or clicking elsewhere is no affirmative act, so it is no consent.',
    fix: 'Delete it: only a button answers.',
  },
  {
    paths: on(['consenttype', 'consentmodel', 'mode'], LAYERS),
    refuses: (value) => value === 'implied' || value === 'info' || value === 'implicit',
    rule: 'LAW-L1-006',
    source: 'EDPB Guidelines 05/2020 para 86',
    why: 'implied consent is no consent.',
    fix: 'Delete it: the regime decides, see regimes.default.',
  },
  {
    paths: on(['acceptonclose', 'closemeansaccept', 'closeaccepts', 'consentonclose'], LAYERS),
    rule: 'LAW-L1-008',
    source: 'VG Hannover 10 A 5385/22, Leitsatz 3',
    why: 'a close control never means yes.',
    fix: 'Delete it: closing keeps everything optional off.',
  },
  {
    paths: on(['close', 'onclose'], LAYERS),
    refuses: (value) => value === 'accept' || value === 'consent',
    rule: 'LAW-L1-008',
    source: 'VG Hannover 10 A 5385/22, Leitsatz 3',
    why: 'a close control never means yes.',
    fix: 'Delete it: closing keeps everything optional off.',
  },
  {
    paths: on(
      [
        'cookiewall',
        'wall',
        'mustconsent',
        'forceconsent',
        'blockcontent',
        'blockpage',
        'disablepageinteraction',
      ],
      LAYERS,
    ),
    rule: 'LAW-L1-011',
    source: 'EDPB Cookie Banner Taskforce report 17.01.2023 para 13; EDPB Guidelines 05/2020 paras 38-41',
    why: 'consent that is the price of entry is not freely given.',
    fix: 'Delete it: the page stays usable after Reject.',
  },
  {
    paths: on(['legitimateinterest', 'legint', 'objectable'], [...PARTS, 'notice.', '']),
    refuses: (value) => !isOff(value),
    rule: 'LAW-L2-005',
    source: 'EDPB Cookie Banner Taskforce report 17.01.2023',
    why: "legitimate interest is no ground for storing on or reading from a visitor's device.",
    fix: 'Delete it: the service waits for consent, or its purpose is required with a justification.',
  },
  {
    paths: on(['legalbasis', 'lawfulbasis'], [...PARTS, 'trackers[].']),
    refuses: (value) => typeof value === 'string' && /legitimate|^li$/i.test(value),
    rule: 'LAW-L2-005',
    source: 'EDPB Cookie Banner Taskforce report 17.01.2023',
    why: "legitimate interest is no ground for storing on or reading from a visitor's device.",
    fix: 'Delete it: the service waits for consent, or its purpose is required with a justification.',
  },
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
    paths: EXEMPTION,
    refuses: (value, context) => !isOff(value) && isAdvertising(context),
    rule: 'LAW-L1-019',
    source: 'PECR Schedule A1 para 5',
    why: 'no exemption reaches what feeds advertising or serves purposes of a third party.',
    fix: 'Delete it: visitors are asked.',
  },
  {
    paths: EXEMPTION,
    refuses: (value) => !isOff(value),
    rule: 'LAW-BLOCK-007',
    source: 'CNIL, audience measurement, 04.07.2025; Loi Informatique et Libertés Art. 82',
    why: 'an exemption holds under conditions that a word cannot show: one publisher, anonymous counts, no other use, 13 months at most.',
    fix: 'Delete it, or, where you meet them all, give the service a purpose with "required" and a "justification" that says how.',
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
    paths: ['services[].poster', 'services[].thumbnail'],
    refuses: isElsewhere,
    rule: 'LAW-BLOCK-002',
    source: 'EDPB Guidelines 2/2023 §§37, 50-51',
    why: 'a picture from another host tells that host of the visit before the visitor has agreed to anything.',
    fix: 'Keep a copy on the site and write its path, such as "/pictures/our-video.jpg".',
  },
];
