import { locales } from '../../knowledge/locales/index.ts';
import type { AuditEvidence } from '../../model/audit-report.ts';
import type { NoticeReading } from '../../model/notice-facts.ts';
import type { Audit, AuditInput, Judgement } from '../audit.ts';
import { usesOptional } from '../judge/duties.ts';
import { isDone, notScanned, pagesEvidence, scenarioEvidence } from '../judge/evidence.ts';
import { NOTICE_WORDS } from '../notice/notice-words.ts';
import { isPolicyLink, isPolicyText } from '../notice/policy-links.ts';
import { readButton } from '../notice/read-button.ts';

const SCENARIO = 'close';
const SUBJECT = 'notice';

/** Shorter is no text: a notice of pictures, or one that could not be read. */
const LEAST_TEXT = 15;

const known = new Set(locales.map(({ tag }) => tag.split('-')[0]));
const tongueOf = ({ language, pageLanguage }: NoticeReading) =>
  (language || pageLanguage).toLowerCase().split('-')[0] ?? '';

/** Letters and digits alone: "ACME GmbH & Co. KG" and "acme" have to meet. */
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** By its name, by the name that the address has of it, or by a link that leads to where it stands. */
function namesController({ text, links }: NoticeReading, { inventory, config }: AuditInput): boolean {
  const host = new URL(inventory.site).hostname.split('.');
  const names = [config?.site.controller.name ?? '', host.at(-2) ?? ''].map(plain);
  return links.length > 0 || names.some((name) => name.length > 2 && plain(text).includes(name));
}

const asksOthers = ({ inventory }: AuditInput) =>
  inventory.requests.some(({ party, service, seen }) => party === 'third' && service !== null && seen.accept);

/** Some notices open the policy by a button. */
const hasPolicyButton = ({ inventory }: AuditInput) =>
  inventory.scenarios
    .flatMap(({ buttons = [] }) => buttons)
    .some(
      ({ role, text }) => role === 'other' && isPolicyText(text) && readButton(text).actions.length === 0,
    );

/** What the law wants said (LAW-L1-009): what the words do not show, and how many things it is. */
function missingIn(notice: NoticeReading, input: AuditInput): { missing: string[]; count: number } {
  const { text, links } = notice;
  const names = (input.config?.purposes ?? [])
    .filter(({ required }) => !required)
    .flatMap(({ name }) => (typeof name === 'string' ? [name] : Object.values(name)));
  const wanted: readonly (readonly [what: string, isSaid: boolean])[] = [
    ['who asks', namesController(notice, input)],
    ['what for', NOTICE_WORDS.purposes.test(text) || names.some((name) => text.includes(name))],
    ...(asksOthers(input)
      ? [['that other companies take part', NOTICE_WORDS.others.test(text)] as const]
      : []),
    ['what a refusal means', NOTICE_WORDS.refusal.test(text)],
    ['that and where a consent can be withdrawn', NOTICE_WORDS.withdrawal.test(text)],
    ['a link to the policy', links.some(isPolicyLink) || hasPolicyButton(input)],
  ];
  const missing = wanted.filter(([, isSaid]) => !isSaid).map(([what]) => what);
  return { missing, count: wanted.length };
}

function judgeText(notice: NoticeReading, input: AuditInput, evidence: readonly AuditEvidence[]): Judgement {
  const { missing, count } = missingIn(notice, input);
  if (missing.length === 0)
    return {
      verdict: 'pass',
      subject: SUBJECT,
      message:
        'The first layer says who asks, what for, who takes part, what a refusal means and how to withdraw, and links to the policy.',
      evidence,
    };
  const language = tongueOf(notice);
  const isSure = missing.length === count && known.has(language);
  return {
    verdict: isSure ? 'fail' : 'review',
    subject: SUBJECT,
    message: isSure
      ? `The first layer says nothing of what a consent rests on: ${missing.join(', ')}.`
      : known.has(language) || !language
        ? `The first layer may not say: ${missing.join(', ')}.`
        : `The scan does not know the words of the language "${language}", and did not find: ${missing.join(', ')}.`,
    evidence,
    todo: 'Say on the first layer who asks, what for, who else takes part, what a refusal means and where to withdraw, and link to the policy.',
  };
}

function judge(input: AuditInput): readonly Judgement[] {
  const { inventory } = input;
  const result = inventory.scenarios.find(({ scenario }) => scenario === SCENARIO);
  if (!result) return [notScanned(inventory, SCENARIO)];
  const common = [scenarioEvidence(inventory, SCENARIO), ...pagesEvidence(inventory, SCENARIO).slice(0, 1)];
  const { notice } = result;
  if (result.outcome === 'no-notice' || !usesOptional(input))
    return [
      {
        verdict: 'inapplicable',
        subject: SUBJECT,
        message:
          result.outcome === 'no-notice'
            ? 'The scan found no notice to read.'
            : 'The scan saw nothing optional, so nothing needs to be asked.',
        evidence: common,
      },
    ];
  if (!isDone(inventory, SCENARIO) || !notice || notice.text.length < LEAST_TEXT)
    return [
      {
        verdict: 'review',
        subject: SUBJECT,
        message: 'The scan could not read the notice.',
        evidence: common,
        todo: 'Read the first layer: it must say who asks, what for, who else takes part, what a refusal means and where to withdraw.',
      },
    ];
  const words = { text: `it says: ${notice.text.slice(0, 280)}`, scenario: SCENARIO } as const;
  const links = notice.links.slice(0, 5).map(
    ({ text, url }): AuditEvidence => ({
      text: `it links "${text}" to ${url.replace(/[?#].*/, '')}`,
      scenario: SCENARIO,
    }),
  );
  return [judgeText(notice, input, [words, ...links, ...common])];
}

const audit: Audit = {
  id: 'notice-text',
  title: 'The first layer says what a consent rests on',
  description:
    'Reads the first layer for who asks, what for, that other companies take part (where they do), what a refusal means, how to withdraw, and for a link to the policy. It knows words of every shipped language; what they do not find is for a person to judge, and only a notice that says nothing of all this fails.',
  rules: ['LAW-L1-009'],
  modes: ['opt-in'],
  severity: 'error',
  judge,
};

export default audit;
