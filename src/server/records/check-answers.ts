import type { Answer } from '../../model/choice.ts';
import type { ConsentSubmission } from '../../model/consent-record.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { ProblemError } from '../problem.ts';

const refuse = (detail: string): never => {
  throw new ProblemError('contradictory', detail);
};

/** The only answer that an action leaves open for optional purposes; `undefined` where the visitor chose each one. */
const ANSWER_OF: Readonly<Record<ConsentSubmission['action'], Answer | undefined>> = {
  accept: 'granted',
  reject: 'denied',
  withdraw: 'denied',
  gpc: 'denied',
  save: undefined,
};

/**
 * Refuses a submission that speaks of what was not asked, or claims more or less than its action says, so that a record
 * never proves what did not happen (GDPR Art. 7(1)). Throws ProblemError.
 */
export function checkAnswers(submission: ConsentSubmission, config: ResolvedConfig): void {
  const { action, purposes, services } = submission;
  for (const id of Object.keys(purposes)) {
    if (!config.purposes.some((purpose) => purpose.id === id)) refuse(`There is no purpose "${id}".`);
  }
  for (const id of Object.keys(services)) {
    if (!config.services.some((service) => service.id === id)) refuse(`There is no service "${id}".`);
  }
  if (!config.locales.includes(submission.locale)) refuse('The notice does not exist in this locale.');
  if (submission.regime !== config.regime) refuse('This regime does not apply.');
  if (submission.supersedes === submission.id) refuse('A record cannot supersede itself.');
  if (action === 'gpc' && !submission.gpc) refuse('No Global Privacy Control was sent.');
  if ((action === 'gpc') !== (submission.layer === 'signal'))
    refuse('Only a signal answers on layer "signal".');

  const only = ANSWER_OF[action];
  for (const { id, required } of config.purposes) {
    const answer = purposes[id];
    if (required && answer === 'denied') refuse(`Purpose "${id}" is required and was not asked.`);
    if (!required && only && answer !== only) refuse(`"${action}" must answer "${only}" to purpose "${id}".`);
  }
  for (const [id, answer] of Object.entries(services)) {
    const purpose = config.services.find((service) => service.id === id)?.purpose;
    const required = config.purposes.some((entry) => entry.id === purpose && entry.required);
    if (!required && only && answer !== only) refuse(`"${action}" must answer "${only}" to service "${id}".`);
  }
}
