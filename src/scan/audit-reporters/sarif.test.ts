import { expect, it } from 'vitest';
import { findRegime } from '../../knowledge/find-regime.ts';
import { findingKey } from '../../model/audit-report.ts';
import { audits } from '../audits/index.ts';
import { withBaseline } from '../baseline.ts';
import { judgeInventory } from '../judge-inventory.ts';
import { auditInput, tracker } from '../testing/audited-site.ts';
import { sampleInventory } from '../testing/sample-inventory.ts';
import sarif from './sarif.ts';

const report = judgeInventory(auditInput({ trackers: [tracker()] }));
const runOf = (one = report) => JSON.parse(sarif.render({ report: one, pictures: {} })).runs[0];

it('names each audit as a rule, and each result by the rule and its index', () => {
  const { tool, results } = runOf();
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(audits.map(({ id }) => id));
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
});

it('gives a level to failures alone (SARIF 2.1.0 §3.27.10)', () => {
  const { results } = runOf();
  expect(results.some(({ kind }: { kind: string }) => kind === 'fail')).toBe(true);
  for (const { kind, level } of results) {
    expect(['fail', 'review', 'pass', 'notApplicable']).toContain(kind);
    if (kind === 'fail') expect(['error', 'warning']).toContain(level);
    else expect(level).toBe('none');
  }
});

it('leads to the page, and to the line of the script that did it', () => {
  const [first] = runOf().results;
  expect(first.locations[0].physicalLocation.artifactLocation.uri).toBe('https://www.example.org/');
  expect(first.relatedLocations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'https://www.example.org/matomo.js' },
    region: { startLine: 3 },
  });
});

it('holds nothing but addresses where addresses belong, whatever a site calls its scripts', () => {
  const hostile = judgeInventory({ inventory: sampleInventory, regime: findRegime('eu') });
  const uris = JSON.stringify(runOf(hostile)).matchAll(/"uri":"([^"]*)"/g);
  for (const [, uri] of uris) expect(uri).toMatch(/^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/);
});

it('gives the same fingerprint to the same trouble in another scan', () => {
  const later = judgeInventory(auditInput({ trackers: [tracker()], finishedAt: '2027-01-01T00:00:00.000Z' }));
  const prints = (one: typeof report) =>
    runOf(one).results.map((result: { partialFingerprints: object }) => result.partialFingerprints);
  expect(prints(later)).toEqual(prints(report));
});

it('tells new from unchanged where there is a baseline', () => {
  const known = withBaseline(report, new Set(report.findings.slice(0, 1).map(findingKey)));
  const states = runOf(known).results.map(({ baselineState }: { baselineState: string }) => baselineState);
  expect(states[0]).toBe('unchanged');
  expect(new Set(states.slice(1))).toEqual(new Set(['new']));
});
