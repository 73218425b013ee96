import type { ScenarioResult } from '../../model/inventory.ts';
import type { NoticeButtonFacts } from '../../model/notice-facts.ts';
import type { Audit, AuditInput, Judgement } from '../audit.ts';
import { usesOptional } from '../judge/duties.ts';
import { isDone, pagesEvidence, scenarioEvidence } from '../judge/evidence.ts';
import { buttonEvidence } from '../judge/notice.ts';

const SUBJECT = 'notice';

/** Words of buttons that neither accept nor refuse, in the languages of the notice driver. */
const OTHERWISE =
  /setting|preferen|manage|custom|option|more|learn|detail|policy|privacy|imprint|close|partner|vendor|einstell|anpass|verwalt|mehr|datenschutz|impressum|paramètr|personnalis|gérer|savoir|politique|confidentialit|configur|ajust|gestion|política|privacidad|personalizz|gestisci|impostazion|informativ|instelling|aanpass|beheer|voorkeur|beleid|definiç|ustawieni|zarządzaj|polityk|nastaven|zásad|indstilling|tilpas|inställning|anpassa/i;

const isExplained = ({ role, text }: NoticeButtonFacts) => role !== 'other' || OTHERWISE.test(text);

function withoutRefusal({ inventory }: AuditInput, accepted: ScenarioResult): Judgement {
  const { buttons = [] } = accepted;
  const evidence = [
    scenarioEvidence(inventory, 'accept'),
    ...buttonEvidence(buttons),
    ...pagesEvidence(inventory, 'accept').slice(0, 1),
  ];
  const others = buttons.filter((button) => !isExplained(button)).map(({ text }) => `"${text}"`);
  if (buttons.length > 0 && others.length === 0)
    return {
      verdict: 'fail',
      subject: SUBJECT,
      message: 'The first layer accepts everything with one click and has no button that refuses.',
      evidence,
      todo: 'Put a button that refuses everything beside the one that accepts, of the same kind.',
    };
  return {
    verdict: 'review',
    subject: SUBJECT,
    message: `A button that accepts was found, and none that surely refuses${others.length > 0 ? `; perhaps ${others.join(' or ')} does` : ''}.`,
    evidence,
    todo: 'Look at the first layer: it needs a button that refuses everything.',
  };
}

function judge(input: AuditInput): readonly Judgement[] {
  const { inventory } = input;
  const refused = inventory.scenarios.find(({ scenario }) => scenario === 'reject');
  const accepted = inventory.scenarios.find(({ scenario }) => scenario === 'accept');
  const both = [scenarioEvidence(inventory, 'reject'), scenarioEvidence(inventory, 'accept')];
  if (refused?.clicked && isDone(inventory, 'reject'))
    return [
      {
        verdict: 'pass',
        subject: SUBJECT,
        message: 'One click on the first layer refuses everything.',
        evidence: [...both, ...pagesEvidence(inventory, 'reject').slice(0, 1)],
      },
    ];
  if (accepted?.clicked && refused) return [withoutRefusal(input, accepted)];
  if (input.regime.mode === 'opt-out')
    return [
      {
        verdict: 'inapplicable',
        subject: SUBJECT,
        message: 'The scan found nothing to accept, so nothing must be beside it.',
        evidence: both,
      },
    ];
  if (!usesOptional(input))
    return [
      {
        verdict: 'inapplicable',
        subject: SUBJECT,
        message: 'The scan saw nothing optional, so nothing needs to be asked.',
        evidence: both,
      },
    ];
  return [
    {
      verdict: 'review',
      subject: SUBJECT,
      message: refused
        ? 'No notice was found, and the site does something optional.'
        : 'The scan did not look for a way to refuse.',
      evidence: both,
      todo: refused
        ? 'Look whether the site asks at all; if it does, the scan could not tell its buttons.'
        : 'Scan the site again with the scenario "reject".',
    },
  ];
}

const audit: Audit = {
  id: 'reject-on-first-layer',
  title: 'The first layer has a button that refuses everything',
  description:
    'It passes where the scan could refuse with one click. It fails where the first layer accepts with one click and every other button on it says that it does something else; where the words of a button are not known, a person must look. Where the law is opt-out nobody has to ask, but who does must let visitors refuse as easily.',
  rules: ['LAW-L1-001', 'US-SYM-001'],
  modes: ['opt-in', 'opt-out'],
  severity: 'error',
  judge(input) {
    const rules = [input.regime.mode === 'opt-out' ? 'US-SYM-001' : 'LAW-L1-001'];
    return judge(input).map((judgement) => ({ ...judgement, rules }));
  },
};

export default audit;
