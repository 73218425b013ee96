import { describe, expect, it } from 'vitest';
import { findRegime } from '../knowledge/find-regime.ts';
import { findingKey } from '../model/audit-report.ts';
import { withBaseline } from '../scan/baseline.ts';
import { judgeInventory } from '../scan/judge-inventory.ts';
import { auditInput, sessionCookie, tracker } from '../scan/testing/audited-site.ts';
import { sampleInventory } from '../scan/testing/sample-inventory.ts';
import { auditSummary } from './audit-summary.ts';

const plain = (_: unknown, text: string) => text;
const careless = judgeInventory(auditInput({ trackers: [tracker(), sessionCookie] }));

describe('auditSummary', () => {
  it('says of each trouble what, by which rule, where and by what, and what to do', () => {
    const text = auditSummary(careless, plain);
    expect(text).toMatch(/^https:\/\/www\.example\.org: 1 page, judged by the rules of "eu": 1 error, /);
    expect(text).toContain('nothing-before-choice · LAW-BLOCK-001, LAW-BLOCK-002');
    expect(text).toContain('seen: https://www.example.org/ (none), by https://www.example.org/matomo.js:3');
    expect(text).toMatch(/^do: Let it wait for consent/m);
  });

  it('says once what is the same for all findings of an audit, and leaves the long tail to the report', () => {
    const trackers = Array.from({ length: 12 }, (_, at) => tracker({ name: `id_${at}` }));
    const text = auditSummary(judgeInventory(auditInput({ trackers })), plain);
    expect(text.match(/Let it wait for consent/g)).toHaveLength(1);
    expect(text.match(/was there before any choice/g)).toHaveLength(8);
    expect(text).toContain('… and 4 more like these in the report');
  });

  it('says where a thing was seen in the words of its evidence where it has no page', () => {
    const [first] = careless.findings;
    const evidence = [{ text: 'hosts a.example.net', scenario: 'accept' as const }];
    const report = first && { ...careless, findings: [{ ...first, verdict: 'fail' as const, evidence }] };
    expect(report && auditSummary(report, plain)).toMatch(/^ {2}seen: hosts a\.example\.net \(accept\)$/m);
  });

  it('names in one line each what passed and what was not asked', () => {
    const text = auditSummary(careless, plain);
    expect(text).toMatch(/\n\npassed: .*reject-honoured/);
    expect(text).toMatch(/\n\nnot asked here: .*declared-vs-observed/);
  });

  it('marks what the baseline has', () => {
    const known = withBaseline(careless, new Set(careless.findings.map(findingKey)));
    expect(auditSummary(known, plain)).toContain('(in the baseline)');
  });

  it('lets no site steer the terminal', () => {
    const name = '\u001b[2J\u202eevil\nline';
    const inventory = auditInput({ trackers: [tracker({ name })] }).inventory;
    for (const one of [inventory, sampleInventory]) {
      const text = auditSummary(judgeInventory({ inventory: one, regime: findRegime('eu') }), plain);
      for (const unsafe of ['\u001b', '\u202e', 'evil\nline']) expect(text).not.toContain(unsafe);
    }
  });
});
