import { describe, expect, it } from 'vitest';
import { findRegime } from '../../knowledge/find-regime.ts';
import { judgeInventory } from '../judge-inventory.ts';
import { auditInput, sessionCookie } from '../testing/audited-site.ts';
import { sampleInventory } from '../testing/sample-inventory.ts';
import { auditReporters } from './index.ts';

const hostile = judgeInventory({ inventory: sampleInventory, regime: findRegime('eu') });
const clean = judgeInventory(auditInput({ trackers: [sessionCookie] }));

describe.each(auditReporters.map((reporter) => [reporter.id, reporter] as const))(
  'the format %s',
  (_, reporter) => {
    it('is a file of its own beside the inventory', () => {
      expect(reporter.file).toMatch(/^audit\.[a-z.]+$/);
      expect(auditReporters.filter(({ file }) => file === reporter.file)).toHaveLength(1);
    });

    it.each([
      ['a clean site', clean],
      ['a site that attacks the reader', hostile],
    ])('tells of every finding of %s, the same way each time', (__, report) => {
      const text = reporter.render({ report, pictures: {} });
      expect(text).toBe(reporter.render({ report, pictures: {} }));
      for (const { audit } of report.findings) expect(text).toContain(audit);
    });

    it('writes markup of a scanned site nowhere as markup', () => {
      const text = reporter.render({ report: hostile, pictures: {} });
      if (!['json', 'sarif'].includes(reporter.id)) expect(text).not.toMatch(/<script|<img src=x/);
    });
  },
);
