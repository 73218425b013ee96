import { SCENARIOS } from '../../model/inventory.ts';
import { ALL_MODES, type Audit } from '../audit.ts';
import { readDuties } from '../judge/duties.ts';
import { pagesEvidence, scenarioEvidence, trackerEvidence } from '../judge/evidence.ts';
import { serviceName, trackerSubject } from '../judge/names.ts';

const audit: Audit = {
  id: 'unclassified-trackers',
  title: 'Every tracker has a known purpose',
  description:
    'A tracker that neither the configuration nor knowledge explains is never counted as necessary: a person must say what it is for.',
  rules: ['LAW-BLOCK-005'],
  modes: ALL_MODES,
  severity: 'warning',
  judge(input) {
    const { inventory } = input;
    const duties = readDuties(input);
    const unknown = inventory.trackers.filter((tracker) => duties.ofTracker(tracker).duty === 'unknown');
    if (unknown.length > 0)
      return unknown.map((tracker) => ({
        verdict: 'review',
        subject: trackerSubject(tracker),
        message: `Nothing explains ${tracker.name} of ${serviceName(inventory, tracker.service)} on ${tracker.host}.`,
        evidence: trackerEvidence(tracker, SCENARIOS),
        todo: 'Find out what it is for, and declare it in the configuration with its purpose.',
      }));
    const pages = pagesEvidence(inventory, 'accept');
    const evidence = pages.length > 0 ? pages : pagesEvidence(inventory, 'none');
    if (evidence.length === 0)
      return [
        {
          verdict: 'review',
          subject: 'trackers',
          message: 'The scan visited no page.',
          evidence: [scenarioEvidence(inventory, 'none')],
          todo: 'Scan the site again.',
        },
      ];
    const message = `Each of the ${inventory.trackers.length} trackers seen has a known purpose.`;
    return [{ verdict: 'pass', subject: 'trackers', message, evidence }];
  },
};

export default audit;
