import { isOff, on, PARTS, type SettingContext, type UnlawfulSetting } from './unlawful-setting.ts';

const isOptional = (_: unknown, { parent }: SettingContext) => parent.required !== true;

/** A required purpose may hold nothing but what is exempt from consent. */
const coversOptional = (value: unknown, { parent }: SettingContext) =>
  parent.required === true && Array.isArray(value) && value.some((item) => item !== 'necessary');

const isUnjustified = (value: unknown, { parent }: SettingContext) =>
  value === true && !(typeof parent.justification === 'string' && parent.justification.trim());

/** Anything but a path on the site's own host; browsers read a backslash as a slash. */
const isElsewhere = (value: unknown) => typeof value === 'string' && !/^\/(?![/\\])/.test(value);

/** Whether a purpose, or a service by its purpose, stands for advertising. */
function isAdvertising({ parent, root }: SettingContext): boolean {
  const purposes = Array.isArray(root.purposes) ? (root.purposes as Readonly<Record<string, unknown>>[]) : [];
  const { id, covers } = purposes.find((purpose) => purpose?.id === parent.purpose) ?? parent;
  return id === 'marketing' || (Array.isArray(covers) && covers.includes('marketing'));
}

const EXEMPTION = on(['exemption', 'exempt', 'exemptfromconsent', 'withoutconsent'], PARTS);

/** What nobody may set for a purpose or a service. */
export const UNLAWFUL_PURPOSES: readonly UnlawfulSetting[] = [
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
    paths: ['services[].poster', 'services[].thumbnail'],
    refuses: isElsewhere,
    rule: 'LAW-BLOCK-002',
    source: 'EDPB Guidelines 2/2023 §§37, 50-51',
    why: 'a picture from another host tells that host of the visit before the visitor has agreed to anything.',
    fix: 'Keep a copy on the site and write its path, such as "/pictures/our-video.jpg".',
  },
  {
    paths: on(['granular', 'perpurpose', 'perservice'], ['', 'notice.', 'notice.preferences.']),
    refuses: isOff,
    rule: 'LAW-L2-001',
    source: 'GDPR Art. 6(1)(a), Recital 43',
    why: 'visitors answer each purpose by itself.',
    fix: 'Delete it: the preferences have a switch for each purpose and service.',
  },
];
