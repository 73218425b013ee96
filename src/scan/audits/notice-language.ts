import { guessLanguage } from '../../knowledge/guess-language.ts';
import type { NoticeReading } from '../../model/notice-facts.ts';
import type { Audit, AuditInput, Judgement } from '../audit.ts';
import { usesOptional } from '../judge/duties.ts';
import { notScanned, pagesEvidence, scenarioEvidence } from '../judge/evidence.ts';

const SCENARIO = 'close';
const SUBJECT = 'notice';

const names = new Intl.DisplayNames('en', { type: 'language' });
const nameOf = (tongue: string) => names.of(tongue) ?? tongue;

/** Without region; Norwegian is told from its neighbours as Bokmål. */
const tongueOf = (tag: string) => tag.toLowerCase().split('-')[0]?.replace(/^no$/, 'nb') ?? '';

interface Languages {
  /** Of the notice's words. */
  readonly said: string;
  /** Of the page's words, where there are enough of them. */
  readonly page: string | undefined;
  /** As the page and the notice declare them; empty where they do not. */
  readonly pageDeclared: string;
  readonly declared: string;
}

function judgeLanguages({ said, page, pageDeclared, declared }: Languages): Omit<Judgement, 'evidence'> {
  const expected = page ?? pageDeclared;
  if (expected && said !== expected) {
    const isSure = page !== undefined && page === pageDeclared;
    return {
      verdict: isSure ? 'fail' : 'review',
      subject: SUBJECT,
      message: `The notice speaks ${nameOf(said)}, and the page ${nameOf(expected)}${isSure ? '' : ', as far as the scan can tell'}.`,
      todo: 'Show the notice in the language of the page.',
    };
  }
  if (declared && said !== declared)
    return {
      verdict: 'review',
      subject: 'declared language',
      message: `The notice speaks ${nameOf(said)}, and is declared as ${nameOf(declared)}: screen readers would read it wrongly.`,
      todo: 'Give the notice or the page the attribute "lang" of the language that it is written in.',
    };
  return {
    verdict: 'pass',
    subject: SUBJECT,
    message: `The notice speaks ${nameOf(said)}, as the page does.`,
  };
}

/** What can be told of a notice that was read; nothing where its words are too few, or in a language that is not known. */
function languagesOf({ text, pageText = '', language, pageLanguage }: NoticeReading): Languages | undefined {
  const said = guessLanguage(text);
  const pageDeclared = tongueOf(pageLanguage);
  const page = guessLanguage(pageText);
  if (!said || (!page && !pageDeclared)) return undefined;
  return { said, page, pageDeclared, declared: tongueOf(language || pageLanguage) };
}

function judge(input: AuditInput): readonly Judgement[] {
  const { inventory } = input;
  const result = inventory.scenarios.find(({ scenario }) => scenario === SCENARIO);
  if (!result) return [notScanned(inventory, SCENARIO)];
  const common = [scenarioEvidence(inventory, SCENARIO), ...pagesEvidence(inventory, SCENARIO).slice(0, 1)];
  const { notice } = result;
  const without = (message: string): readonly Judgement[] => [
    { verdict: 'inapplicable', subject: SUBJECT, message, evidence: common },
  ];
  if (!notice) return without('The scan found no notice to read.');
  if (!usesOptional(input)) return without('The scan saw nothing optional, so nothing needs to be asked.');
  const languages = languagesOf(notice);
  if (!languages) return without('The notice or the page says too little to tell its language.');
  const { pageLanguage, language, pageText = '', text } = notice;
  const evidence = [
    {
      text: `the notice, declared as "${language || pageLanguage}", says: ${text.slice(0, 200)}`,
      scenario: SCENARIO,
    },
    { text: `the page, declared as "${pageLanguage}", says: ${pageText.slice(0, 200)}`, scenario: SCENARIO },
    ...common,
  ] as const;
  return [{ ...judgeLanguages(languages), evidence }];
}

const audit: Audit = {
  id: 'notice-language',
  title: 'The notice speaks the language of the page',
  description:
    'Tells the language of the words of the first layer, and of the words of the page around it, among those that Avowal ships. It fails where the page declares the language that it is written in, and the notice speaks another one; where one of these is not clear, and where the notice is declared as what it is not, a person must look.',
  rules: ['LAW-L1-013', 'A11Y-010'],
  modes: ['opt-in'],
  severity: 'error',
  judge,
};

export default audit;
