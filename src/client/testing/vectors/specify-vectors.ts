import { beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestedEngine } from '../engines/engines.ts';
import { compareAbsent, compareMissing, comparePhase } from './compare-reports.ts';
import { observeEngine } from './observe-engine.ts';
import { recordedReport } from './recorded-report.ts';
import type { EngineReport } from './report.ts';

/** Everything in which a run differs from what is recorded, by what is asked. */
const differences = (recorded: EngineReport, actual: EngineReport) => ({
  absent: compareAbsent(recorded, actual),
  before: comparePhase(recorded, actual, 'before'),
  rejected: comparePhase(recorded, actual, 'rejected'),
  withdrawn: comparePhase(recorded, actual, 'withdrawn'),
  missingInPage: compareMissing(recorded, actual, 'missingInPage'),
  missingInView: compareMissing(recorded, actual, 'missingInView'),
});
type Differences = ReturnType<typeof differences>;

/** What one run found and another found too: a request that a busy machine held back, or let go, is no change. */
const inBoth = (one: Differences, other: Differences): Differences => {
  const same = (key: keyof Differences) => one[key].filter((line) => other[key].includes(line));
  return {
    absent: same('absent'),
    before: same('before'),
    rejected: same('rejected'),
    withdrawn: same('withdrawn'),
    missingInPage: same('missingInPage'),
    missingInView: same('missingInView'),
  };
};

/**
 * Specifies what is held back and given back in one engine: exactly what docs/blocking.md says. A result that has become
 * better fails too, until `npm run blocking` has recorded it. Where a run differs, a second one must differ alike.
 */
export function specifyVectors(id: TestedEngine['id']): void {
  const engine = ENGINES.find((tested) => tested.id === id) as TestedEngine;
  const { name, missing } = engine;
  describe.skipIf(missing)(`every vector in ${name}${missing && `, ${missing}`}`, () => {
    const recorded = recordedReport(id);
    let found: Differences;
    beforeAll(async () => {
      found = differences(recorded, await observeEngine(engine));
      if (Object.values(found).some((lines) => lines.length > 0))
        found = inBoth(found, differences(recorded, await observeEngine(engine)));
    }, 600_000);

    it('happens without the runtime, so that a silence means something', () => {
      expect(found.absent).toEqual([]);
    });

    it.each([
      ['LAW-BLOCK-001 LAW-BLOCK-002 before the choice', 'before'],
      ['LAW-BLOCK-004 after "Reject all"', 'rejected'],
      ['WDR-004 after withdrawal', 'withdrawn'],
    ] as const)('%s is held back as docs/blocking.md says', (_, phase) => {
      expect(found[phase]).toEqual([]);
    });

    it.each([
      ['in the page of the answer', 'missingInPage'],
      ['in the next page view', 'missingInView'],
    ] as const)('comes back after "Accept all" %s as docs/blocking.md says', (_, key) => {
      expect(found[key]).toEqual([]);
    });
  });
}
