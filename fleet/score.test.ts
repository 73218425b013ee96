import { expect, it } from 'vitest';
import { judgeInventory } from '../src/scan/judge-inventory.ts';
import { auditInput, tracker } from '../src/scan/testing/audited-site.ts';
import { differencesOf } from './differences.ts';
import { reportLines, scoreReport, sumUp } from './score.ts';

const report = judgeInventory(
  auditInput({ trackers: [tracker()], scenarios: [{ scenario: 'none', outcome: 'done' }] }),
);
const score = (...expected: string[]) => scoreReport(report, expected);
const PLANTED = 'fail nothing-before-choice js-cookie _pk_id.* www.example.org';

it('counts what was planted and found, and tells what was missed and what was invented', () => {
  const { hits, missed, invented } = score(PLANTED, 'fail nothing-before-choice service youtube');
  expect(hits).toBe(1);
  expect(missed).toEqual(['fail nothing-before-choice service youtube']);
  expect(invented).toContain('review reject-honoured scenario reject');
});

it('takes a thing to look at for no failure', () => {
  expect(score(PLANTED.replace('fail', 'review')).hits).toBe(0);
});

it('sums up over all sites, and is not content with less than 98 in 100', () => {
  const good = { hits: 99, missed: ['a'], invented: [] };
  expect(sumUp([good])).toEqual({ line: 'fleet: recall 99.0 % precision 100.0 %', isGood: true });
  expect(sumUp([good, { hits: 1, missed: [], invented: ['b', 'c', 'd'] }])).toEqual({
    line: 'fleet: recall 99.0 % precision 97.1 %',
    isGood: false,
  });
});

it('tells where two scans of the same site differ, in a message too', () => {
  const first = reportLines(report);
  expect(differencesOf(first, reportLines(structuredClone(report)))).toEqual([]);
  const findings = report.findings.map((finding, i) =>
    i === 0 ? { ...finding, message: 'Other.' } : finding,
  );
  expect(differencesOf(first, reportLines({ ...report, findings }))).toEqual([
    expect.stringMatching(/^- .*was there before any choice/),
    expect.stringMatching(/^\+ .*Other\.$/),
  ]);
});
