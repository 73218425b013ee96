import { beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestedEngine } from '../engines/engines.ts';
import { compareAbsent, compareMissing, comparePhase } from './compare-reports.ts';
import { observeEngine } from './observe-engine.ts';
import { recordedReport } from './recorded-report.ts';
import type { EngineReport } from './report.ts';

/**
 * Specifies what is held back and given back in one engine: exactly what docs/blocking.md says. A result that has become
 * better fails too, until `npm run blocking` has recorded it.
 */
export function specifyVectors(id: TestedEngine['id']): void {
  const engine = ENGINES.find((tested) => tested.id === id) as TestedEngine;
  const { name, missing } = engine;
  describe.skipIf(missing)(`every vector in ${name}${missing && `, ${missing}`}`, () => {
    const recorded = recordedReport(id);
    let actual: EngineReport;
    beforeAll(async () => {
      actual = await observeEngine(engine);
    }, 600_000);

    it('happens without the runtime, so that a silence means something', () => {
      expect(compareAbsent(recorded, actual)).toEqual([]);
    });

    it.each([
      ['LAW-BLOCK-001 LAW-BLOCK-002 before the choice', 'before'],
      ['LAW-BLOCK-004 after "Reject all"', 'rejected'],
      ['WDR-004 after withdrawal', 'withdrawn'],
    ] as const)('%s is held back as docs/blocking.md says', (_, phase) => {
      expect(comparePhase(recorded, actual, phase)).toEqual([]);
    });

    it.each([
      ['in the page of the answer', 'missingInPage'],
      ['in the next page view', 'missingInView'],
    ] as const)('comes back after "Accept all" %s as docs/blocking.md says', (_, key) => {
      expect(compareMissing(recorded, actual, key)).toEqual([]);
    });
  });
}
