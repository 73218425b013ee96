import type { AuditEvidence } from '../../model/audit-report.ts';
import type { Audit, AuditInput, Judgement } from '../audit.ts';
import { notScanned, pagesEvidence } from '../judge/evidence.ts';

const SCENARIO = 'gpc';
const SUBJECT = 'first page';
const ADVICE =
  'Show who sends the signal that it was honoured, such as "Opt-Out Request Honored", and the switch for sale and sharing off.';

const said = (texts: readonly string[], scenario: 'gpc' | 'none'): AuditEvidence => ({
  text: `${scenario === 'gpc' ? 'with' : 'without'} the signal it says ${texts.map((text) => `"${text}"`).join(', ') || 'nothing of it'}`,
  scenario,
});

function judge({ inventory, regime }: AuditInput): readonly Judgement[] {
  const textIn = (id: 'gpc' | 'none') =>
    inventory.scenarios.find(({ scenario }) => scenario === id)?.gpcTexts;
  const [shown, always] = [textIn('gpc'), textIn('none')];
  if (shown === undefined) return [notScanned(inventory, SCENARIO)];
  const evidence = [
    said(shown, 'gpc'),
    ...(always === undefined ? [] : [said(always, 'none')]),
    ...pagesEvidence(inventory, SCENARIO).slice(0, 1),
  ];
  const say = (verdict: Judgement['verdict'], message: string): readonly Judgement[] => [
    { verdict, subject: SUBJECT, message, evidence, ...(verdict === 'review' && { todo: ADVICE }) },
  ];
  if (regime.id !== 'us-ca') return say('inapplicable', 'Only California asks that it be shown.');
  if (shown.length === 0)
    return say(
      'review',
      'The first page shows nobody that Global Privacy Control was honoured; another may.',
    );
  if (always && shown.every((text) => always.includes(text)))
    return say(
      'review',
      'The first page speaks of Global Privacy Control in the same words to who does not send it.',
    );
  return say('pass', 'The first page shows that Global Privacy Control was honoured.');
}

const audit: Audit = {
  id: 'gpc-shown',
  title: 'Who sends Global Privacy Control sees that it was honoured',
  description:
    'Looks on the first page for words on the signal that are there with it and not without it. They may stand elsewhere, in the settings for example: where there are none, a person must look.',
  rules: ['US-GPC-002'],
  modes: ['opt-out'],
  severity: 'warning',
  judge,
};

export default audit;
