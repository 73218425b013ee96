import type { NoticeButtonFacts } from '../../model/notice-facts.ts';
import type { Audit, AuditInput, Judgement } from '../audit.ts';
import { isDone, pagesEvidence, scenarioEvidence } from '../judge/evidence.ts';
import { buttonEvidence } from '../judge/notice.ts';

/** LAW-L1-003 wants areas within a tenth; words of different length may take more, and then a person looks. */
const ALIKE = 1.1;
const UNLIKE = 2;

type Pair = readonly [accept: NoticeButtonFacts, reject: NoticeButtonFacts];

const ratio = (a: number, b: number) => Math.max(a, b) / Math.max(1, Math.min(a, b));
const areas = ([a, r]: Pair) => ratio(a.width * a.height, r.width * r.height);

/** What makes one of them stand out beyond doubt. */
const clearly = (pair: Pair): string[] => {
  const [a, r] = pair;
  return [
    ...(areas(pair) >= UNLIKE ? [`one is ${areas(pair).toFixed(1)} times as large`] : []),
    ...(ratio(a.fontPixels, r.fontPixels) > ALIKE
      ? [`letters of ${a.fontPixels} px against ${r.fontPixels} px`]
      : []),
    ...(Math.abs(a.fontWeight - r.fontWeight) >= 200
      ? [`letters of weight ${a.fontWeight} against ${r.fontWeight}`]
      : []),
    ...((a.background === 'none') !== (r.background === 'none') ? ['only one of them has a ground'] : []),
    ...(a.isUnderlined !== r.isUnderlined ? ['only one of them is underlined, like a link'] : []),
  ];
};

/** What a person must judge. */
const perhaps = (pair: Pair): string[] => {
  const [a, r] = pair;
  return [
    ...(areas(pair) > ALIKE ? [`one is ${areas(pair).toFixed(1)} times as large`] : []),
    ...(a.background === r.background ? [] : [`grounds ${a.background} against ${r.background}`]),
    ...(a.colour === r.colour ? [] : [`letters ${a.colour} against ${r.colour}`]),
  ];
};

function compare(pair: Pair): Pick<Judgement, 'verdict' | 'message' | 'todo'> {
  const todo = 'Give both buttons the same size, font, colours and kind.';
  const clear = clearly(pair);
  if (clear.length > 0)
    return { verdict: 'fail', message: `Accept and reject do not look alike: ${clear.join('; ')}.`, todo };
  const unsure = perhaps(pair);
  if (unsure.length > 0)
    return {
      verdict: 'review',
      message: `Accept and reject may not look alike: ${unsure.join('; ')}.`,
      todo,
    };
  return { verdict: 'pass', message: 'Accept and reject have the same size, font and colours.' };
}

function judge({ inventory }: AuditInput): readonly Judgement[] {
  const subject = 'notice';
  const accepted = inventory.scenarios.find(({ scenario }) => scenario === 'accept');
  const evidence = [scenarioEvidence(inventory, 'accept'), ...pagesEvidence(inventory, 'accept').slice(0, 1)];
  const buttons = accepted?.buttons ?? [];
  const [accept, reject] = (['accept', 'reject'] as const).map((role) =>
    buttons.find((button) => button.role === role),
  );
  if (accept && reject)
    return [
      { ...compare([accept, reject]), subject, evidence: [...evidence, ...buttonEvidence([accept, reject])] },
    ];
  if (isDone(inventory, 'accept') && buttons.length === 0)
    return [
      {
        verdict: 'review',
        subject,
        message: 'The scan answered the notice and could not measure its buttons.',
        evidence,
        todo: 'Look whether accept and reject have the same size, font, colours and kind.',
      },
    ];
  if (!accepted)
    return [
      {
        verdict: 'review',
        subject,
        message: 'The scan did not look at the buttons of the notice.',
        evidence,
        todo: 'Scan the site again with the scenario "accept".',
      },
    ];
  return [
    {
      verdict: 'inapplicable',
      subject,
      message: 'No pair of buttons that accept and refuse was found on the first layer.',
      evidence: [...evidence, ...buttonEvidence(buttons)],
    },
  ];
}

const audit: Audit = {
  id: 'equal-prominence',
  title: 'Accept and reject look alike',
  description:
    'Compares the two buttons of the first layer as the browser drew them: size, font, weight, ground, letters, underline. It fails where one stands out beyond doubt; other colours and somewhat other sizes are for a person to judge.',
  rules: ['LAW-L1-002', 'LAW-L1-003', 'LAW-L1-004'],
  modes: ['opt-in'],
  severity: 'error',
  judge,
};

export default audit;
