import type { Scenario } from '../../model/inventory.ts';
import type { NoticeButtonFacts } from '../../model/notice-facts.ts';
import type { Audit, AuditInput, Judgement } from '../audit.ts';
import { isDone, notScanned, pagesEvidence, scenarioEvidence } from '../judge/evidence.ts';
import { judgeSilence } from '../judge/judge-silence.ts';
import { buttonEvidence } from '../judge/notice.ts';
import { PHONE } from '../page/dress-visitor.ts';

const SCENARIO = 'phone';
const ADVICE = 'Show the same buttons in the same order on a telephone, each of them whole at 320 pixels.';

const textsOf = (buttons: readonly NoticeButtonFacts[]) => buttons.map(({ text }) => text);
const isCut = ({ x, width }: NoticeButtonFacts) => x < 0 || x + width > PHONE.width;

function compareButtons(desktop: readonly NoticeButtonFacts[], phone: readonly NoticeButtonFacts[]) {
  const cut = phone.filter((button) => button.role !== 'other' && isCut(button));
  if (cut.length > 0)
    return {
      verdict: 'fail' as const,
      subject: 'width',
      message: `At ${PHONE.width} pixels the window cuts off ${textsOf(cut)
        .map((text) => `"${text}"`)
        .join(' and ')}.`,
    };
  if (desktop.length === 0 || textsOf(desktop).join('\n') === textsOf(phone).join('\n')) return undefined;
  return {
    verdict: 'review' as const,
    subject: 'buttons',
    message: `A telephone shows other buttons (${textsOf(phone).join(', ')}) than a desktop (${textsOf(desktop).join(', ')}).`,
  };
}

function withoutRefusal({ inventory }: AuditInput): Judgement {
  const evidence = [scenarioEvidence(inventory, SCENARIO), scenarioEvidence(inventory, 'reject')];
  if (!isDone(inventory, 'reject'))
    return {
      verdict: 'inapplicable',
      subject: `scenario ${SCENARIO}`,
      message: 'The scan refused nothing, on a desktop neither.',
      evidence,
    };
  return {
    verdict: 'fail',
    subject: 'refusal',
    message: 'A desktop can refuse, and a telephone was given no way that the scan could find.',
    evidence: [...evidence, ...pagesEvidence(inventory, SCENARIO).slice(0, 1)],
    todo: ADVICE,
  };
}

function judge(input: AuditInput): readonly Judgement[] {
  const { inventory } = input;
  const buttonsIn = (id: Scenario) =>
    inventory.scenarios.find(({ scenario }) => scenario === id)?.buttons ?? [];
  if (!inventory.scenarios.some(({ scenario }) => scenario === SCENARIO))
    return [notScanned(inventory, SCENARIO)];
  if (!isDone(inventory, SCENARIO)) return [withoutRefusal(input)];
  const phone = buttonsIn(SCENARIO);
  const found = compareButtons(buttonsIn('accept'), phone);
  if (found) {
    const desktop = buttonEvidence(buttonsIn('accept'));
    const small = buttonEvidence(phone).map((one) => ({ ...one, scenario: SCENARIO }) as const);
    const evidence = [...pagesEvidence(inventory, SCENARIO).slice(0, 1), ...small, ...desktop];
    return [{ ...found, evidence, todo: ADVICE }];
  }
  // What a refusal on the desktop did not stop either has been said already.
  const isNew = ({ seen }: { readonly seen: Readonly<Partial<Record<Scenario, boolean>>> }) => !seen.reject;
  return judgeSilence(
    {
      ...input,
      inventory: {
        ...inventory,
        trackers: inventory.trackers.filter(isNew),
        requests: inventory.requests.filter(isNew),
      },
    },
    {
      scenario: SCENARIO,
      when: 'after the refusal on a telephone',
      todo: 'Hold it back until its purpose is granted, on every kind of device.',
    },
  );
}

const audit: Audit = {
  id: 'phone-alike',
  title: 'A telephone is asked and obeyed as a desktop is',
  description:
    'The scan opens the site in a window of 320 by 640 pixels with touch, compares the buttons of the first layer with those on a desktop, refuses, and visits every page.',
  rules: ['A11Y-004', 'LAW-L1-014'],
  modes: ['opt-in'],
  severity: 'error',
  judge,
};

export default audit;
