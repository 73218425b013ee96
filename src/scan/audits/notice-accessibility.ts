import type { AuditEvidence } from '../../model/audit-report.ts';
import type { ScenarioResult } from '../../model/inventory.ts';
import type { AxeViolation, NoticeAccess } from '../../model/notice-facts.ts';
import { ALL_MODES, type Audit, type AuditInput, type Judgement } from '../audit.ts';
import { notScanned, pagesEvidence, scenarioEvidence } from '../judge/evidence.ts';

const SCENARIO = 'close';

/** Its pages on each rule are kept by version. */
const AXE_DOCS = '4.14';

type Button = NoticeAccess['buttons'][number];

const said = (buttons: readonly Button[]) => buttons.map(({ text, role }) => `"${text || role}"`).join(', ');

function judgeViolation(
  { rule, impact, help, nodes }: AxeViolation,
  picture: readonly AuditEvidence[],
): Judgement {
  return {
    verdict: 'fail',
    severity: impact === 'serious' || impact === 'critical' ? 'error' : 'warning',
    subject: `axe ${rule}`,
    message: `${help}: ${nodes.map(({ selector }) => selector).join(', ')}.`,
    evidence: [
      ...nodes.map(
        ({ selector, html, why }) =>
          ({
            text: `${selector}: ${html} — ${why}`,
            scenario: SCENARIO,
          }) as const,
      ),
      ...picture,
    ],
    todo: `Mend it: https://dequeuniversity.com/rules/axe/${AXE_DOCS}/${rule} says how.`,
  };
}

function judgeKeyboard({ buttons, obscured }: NoticeAccess, picture: readonly AuditEvidence[]): Judgement[] {
  const deaf = buttons.filter(({ canFocus }) => canFocus === false);
  return [
    ...(deaf.length === 0
      ? []
      : [
          {
            verdict: 'fail' as const,
            subject: 'keyboard',
            message: `The keyboard does not reach ${said(deaf)}.`,
            evidence: [
              ...deaf.map(({ text }) => ({ text: `"${text}" took no focus`, scenario: SCENARIO }) as const),
              ...picture,
            ],
            todo: 'Make it a button of HTML: who cannot point has no other way to answer.',
          },
        ]),
    ...(obscured.length === 0
      ? []
      : [
          {
            verdict: 'fail' as const,
            subject: 'focus obscured',
            message: `The notice covers ${obscured.length} ${obscured.length === 1 ? 'element' : 'elements'} of the page whole while ${obscured.length === 1 ? 'it has' : 'they have'} the focus.`,
            evidence: [
              ...obscured.map(
                ({ selector, html, text }) =>
                  ({
                    text: `${selector} ("${text}"): ${html}`,
                    scenario: SCENARIO,
                  }) as const,
              ),
              ...picture,
            ],
            todo: 'Give the page scroll-padding as high as the notice, or make the rest of the page inert while it is open.',
          },
        ]),
  ];
}

function judgeNarrow(
  { buttons, scrollsSideways, isCut, screenshot }: NoticeAccess,
  picture: readonly AuditEvidence[],
): Judgement[] {
  const lost = buttons.filter(({ isInNarrowView }) => isInNarrowView === false);
  if (lost.length === 0 && !scrollsSideways && !isCut) return [];
  const evidence = [
    {
      text: 'the notice in a window of 320 by 256 pixels',
      scenario: SCENARIO,
      ...(screenshot && { screenshot }),
    } as const,
    ...picture,
  ];
  const todo =
    'Let the notice wrap and scroll up and down inside the window: that is what 400 % zoom looks like.';
  return [
    {
      verdict: 'fail',
      subject: 'reflow',
      message:
        lost.length > 0
          ? `At 320 by 256 pixels (1280 by 1024 at 400 %) no scrolling brings ${said(lost)} whole into the window.`
          : isCut
            ? 'At 320 by 256 pixels (1280 by 1024 at 400 %) a part of the notice lies out of the window, and it cannot be scrolled.'
            : 'At 320 pixels the notice has to be scrolled sideways.',
      evidence,
      todo,
    },
  ];
}

function notLookedAt({ inventory }: AuditInput, { outcome }: ScenarioResult): Judgement {
  const common = {
    subject: 'notice',
    evidence: [scenarioEvidence(inventory, SCENARIO), ...pagesEvidence(inventory, SCENARIO).slice(0, 1)],
  };
  if (outcome === 'no-notice')
    return { ...common, verdict: 'inapplicable', message: 'The scan found no notice.' };
  return {
    ...common,
    verdict: 'review',
    message: 'The scan could not measure how the notice can be used.',
    todo: 'Try the notice with the keyboard, with a screen reader and at 400 % zoom.',
  };
}

function judge(input: AuditInput): readonly Judgement[] {
  const { inventory } = input;
  const result = inventory.scenarios.find(({ scenario }) => scenario === SCENARIO);
  if (!result) return [notScanned(inventory, SCENARIO)];
  const { access } = result;
  if (!access) return [notLookedAt(input, result)];
  const picture = pagesEvidence(inventory, SCENARIO).slice(0, 1);
  const troubles = [
    ...(access.violations ?? []).map((violation) => judgeViolation(violation, picture)),
    ...judgeKeyboard(access, picture),
    ...judgeNarrow(access, picture),
  ];
  if (troubles.length > 0) return troubles;
  const evidence = [
    scenarioEvidence(inventory, SCENARIO),
    { text: `buttons: ${said(access.buttons)}`, scenario: SCENARIO } as const,
    ...picture,
  ];
  if (!access.violations || access.buttons.length === 0)
    return [
      {
        verdict: 'review',
        subject: 'notice',
        message:
          'Focus and reflow are right as far as they could be measured; axe-core could not look into the notice.',
        evidence,
        todo: 'Look at the notice with a screen reader, and check its contrast.',
      },
    ];
  return [
    {
      verdict: 'pass',
      subject: 'notice',
      message:
        'axe-core finds nothing wrong with the notice, the keyboard reaches its buttons, it hides no focus, and it fits at 400 % zoom.',
      evidence,
    },
  ];
}

const audit: Audit = {
  id: 'notice-accessibility',
  title: 'Everybody can read and answer the notice',
  description:
    'Runs axe-core (WCAG 2.2, A and AA) on the notice, in a world of its own that the page cannot see; gives the focus to its buttons and to what lies behind it; and looks whether every button can be brought into a window of 320 by 256 pixels, which is what 400 % zoom looks like. Into closed shadow roots axe-core cannot look.',
  rules: ['A11Y-001', 'A11Y-002', 'A11Y-003', 'A11Y-004', 'A11Y-005', 'A11Y-013'],
  modes: ALL_MODES,
  severity: 'error',
  judge,
};

export default audit;
