import { ALL_MODES, type Audit, type AuditInput, type Judgement } from '../audit.ts';
import { usesOptional } from '../judge/duties.ts';
import { isDone, scenarioEvidence } from '../judge/evidence.ts';
import { judgeSilence } from '../judge/judge-silence.ts';

/** Without a refusal there is nothing to honour; whether there should have been one is another audit's question. */
function withoutRefusal(input: AuditInput): Judgement {
  const evidence = [scenarioEvidence(input.inventory, 'reject')];
  if (!usesOptional(input))
    return {
      verdict: 'inapplicable',
      subject: 'scenario reject',
      message: 'The scan saw nothing optional, so there is nothing to refuse.',
      evidence,
    };
  return {
    verdict: 'review',
    subject: 'scenario reject',
    message: 'The scan refused nothing, so whether a refusal holds is not known.',
    evidence,
    todo: 'Refuse by hand and look at what is stored then; if there is no way to refuse, add one.',
  };
}

const audit: Audit = {
  id: 'reject-honoured',
  title: 'A refusal holds, on this page and on all later ones',
  description:
    'After a click on the button that refuses, every page is visited again: what is stored or asked for then must be exempt from consent.',
  rules: ['LAW-BLOCK-004'],
  modes: ALL_MODES,
  severity: 'error',
  judge: (input) =>
    isDone(input.inventory, 'reject')
      ? judgeSilence(input, {
          scenario: 'reject',
          when: 'after the refusal',
          todo: 'Hold it back until its purpose is granted, and delete what it stored earlier.',
        })
      : [withoutRefusal(input)],
};

export default audit;
