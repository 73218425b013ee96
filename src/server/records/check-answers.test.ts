import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { CONSENT_ACTIONS, CONSENT_LAYERS, type ConsentSubmission } from '../../model/consent-record.ts';
import { fixtureConfig } from '../testing/fixture-config.ts';
import { fixtureSubmission } from '../testing/fixture-submission.ts';
import { checkAnswers } from './check-answers.ts';

const config = resolveConfig(fixtureConfig());
const answer = fc.constantFrom('granted', 'denied');
const answers = (...ids: string[]) =>
  fc.dictionary(fc.constantFrom(...ids), answer) as fc.Arbitrary<ConsentSubmission['purposes']>;
const submissions = fc
  .record({
    action: fc.constantFrom(...CONSENT_ACTIONS),
    layer: fc.constantFrom(...CONSENT_LAYERS),
    gpc: fc.boolean(),
    purposes: answers('necessary', 'analytics', 'marketing', 'spying'),
    services: answers('matomo', 'video', 'spy'),
  })
  .map((edit) => fixtureSubmission(edit));

const isTaken = (submission: ConsentSubmission) => {
  try {
    checkAnswers(submission, config);
    return true;
  } catch {
    return false;
  }
};

/** What a taken record may say, told without looking at the code: optional purposes of the fixture are the last two. */
function isHonest({ action, layer, gpc, purposes, services }: ConsentSubmission): boolean {
  const optional = [purposes.analytics, purposes.marketing];
  const said = Object.values(services);
  const all = (only: string) =>
    optional.every((value) => value === only) && said.every((value) => value === only);
  if ('spying' in purposes || 'spy' in services || purposes.necessary === 'denied') return false;
  if (layer === 'signal' || action === 'gpc')
    return layer === 'signal' && action === 'gpc' && gpc && all('denied');
  if (action === 'save') return true;
  return all(action === 'accept' ? 'granted' : 'denied');
}

describe('The answers of a submission', () => {
  it('PRF-001: are taken exactly when they say what the action says, for any action, layer and answers', () => {
    fc.assert(
      fc.property(submissions, (submission) => {
        expect(isTaken(submission)).toBe(isHonest(submission));
      }),
      { numRuns: 3000 },
    );
  });

  it('may grant a required purpose by name, which changes nothing', () => {
    const purposes = { necessary: 'granted', analytics: 'granted', marketing: 'granted' } as const;
    expect(isTaken(fixtureSubmission({ purposes }))).toBe(true);
  });

  it('may leave purposes open where only one embed was allowed', () => {
    const submission = fixtureSubmission({
      action: 'save',
      layer: 'placeholder',
      purposes: {},
      services: { video: 'granted' },
    });
    expect(isTaken(submission)).toBe(true);
  });
});
