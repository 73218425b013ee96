import { describe, expect, it } from 'vitest';
import type { ConsentCommand, PageSignals } from '../../model/consent-signal.ts';
import { auditInput } from '../testing/audited-site.ts';
import { command, pageSignals, saysAll, tagStart } from '../testing/page-signals.ts';
import audit from './consent-mode-order.ts';

const update = command({ command: 'update', says: saysAll('granted') });
const regional = command({ regions: ['DE'] });

const verdicts = (signals: readonly PageSignals[]) =>
  audit.judge(auditInput({ signals })).map(({ verdict, subject }) => `${verdict} ${subject}`);

const unanswered = (...commands: ConsentCommand[]) => pageSignals({ commands });
const atConsent = (...commands: ConsentCommand[]) =>
  pageSignals({ scenario: 'accept', moment: 'answer', commands });
const later = (...commands: ConsentCommand[]) =>
  pageSignals({ scenario: 'accept', moment: 'after', commands });

describe('the default', () => {
  it('GCM-001 passes one before the tag', () => {
    expect(verdicts([unanswered(command(), tagStart), atConsent(update), later(command(), update)])).toEqual([
      'pass dataLayer',
    ]);
  });

  it('GCM-001 fails one that comes after the tag, with the script that was late', () => {
    const [finding] = audit.judge(
      auditInput({ signals: [unanswered(tagStart, command()), atConsent(update)] }),
    );
    expect(finding).toMatchObject({ verdict: 'fail', subject: 'dataLayer default' });
    expect(finding?.evidence.map(({ text }) => text)).toEqual([
      'dataLayer: the tag starts',
      expect.stringContaining('consent default → denied: ad_personalization'),
    ]);
  });

  it('GCM-001 fails an update without any', () => {
    expect(verdicts([unanswered(command(), tagStart), atConsent(update), later(update, tagStart)])).toEqual([
      'fail dataLayer default',
    ]);
  });

  it('GCM-001 GCM-004 takes a default for regions beside the general one for right', () => {
    expect(verdicts([unanswered(regional, command(), tagStart), atConsent(update)])).toEqual([
      'pass dataLayer',
    ]);
  });

  it('GCM-001 has a person look at a second default for everybody', () => {
    expect(verdicts([unanswered(command(), command(), tagStart), atConsent(update)])).toEqual([
      'review dataLayer defaults',
    ]);
  });

  it('VND-MSUET-001 asks the same of the queue of Microsoft', () => {
    const queue = 'uetq';
    expect(verdicts([unanswered({ ...tagStart, queue }, command({ queue }))])).toEqual([
      'fail uetq default',
      'fail uetq update',
    ]);
  });
});

describe('the answer', () => {
  it('GCM-008 fails a consent that nobody is told of', () => {
    expect(verdicts([unanswered(command(), tagStart)])).toEqual(['fail dataLayer update']);
  });

  it('asks for no update where no tag is there to hear it', () => {
    expect(verdicts([unanswered(command())])).toEqual(['pass dataLayer']);
  });

  it('GCM-008 takes a page that loads anew at the answer for told', () => {
    expect(
      verdicts([unanswered(command(), tagStart), atConsent(command({ says: saysAll('granted') }), tagStart)]),
    ).toEqual(['pass dataLayer']);
  });

  it('GCM-008 has a person look at an answer in pieces, and at no repetition of the same', () => {
    const piece = (type: string) => command({ command: 'update', says: { [type]: 'granted' } });
    expect(
      verdicts([unanswered(command(), tagStart), atConsent(piece('ad_storage'), piece('analytics_storage'))]),
    ).toEqual(['review dataLayer updates']);
    expect(verdicts([unanswered(command(), tagStart), atConsent(update, update)])).toEqual([
      'pass dataLayer',
    ]);
  });

  it('GCM-002 fails later pages that do not tell the stored consent', () => {
    expect(
      verdicts([unanswered(command(), tagStart), atConsent(update), later(command(), tagStart)]),
    ).toEqual(['fail dataLayer stored answer']);
  });

  it('asks for no update where nothing was denied before', () => {
    expect(verdicts([unanswered(command({ says: saysAll('granted') }), tagStart)])).toEqual([
      'pass dataLayer',
    ]);
  });
});

describe('where consent mode is not used', () => {
  it('asks nothing of a tag that is told nothing, and of a page without one', () => {
    expect(verdicts([unanswered(tagStart)])).toEqual(['inapplicable consent signals']);
    expect(verdicts([])).toEqual(['inapplicable consent signals']);
  });
});
