import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import { findRegime } from '../../knowledge/find-regime.ts';
import { findingKey } from '../../model/audit-report.ts';
import { withBaseline } from '../baseline.ts';
import { judgeInventory } from '../judge-inventory.ts';
import { auditInput, tracker } from '../testing/audited-site.ts';
import { sampleInventory } from '../testing/sample-inventory.ts';
import junit from './junit.ts';

const parse = (text: string) =>
  new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name) => name === 'testsuite' || name === 'testcase',
  }).parse(text).testsuites;

const report = judgeInventory(auditInput({ trackers: [tracker()] }));

it('is well-formed XML, whatever a site calls its cookies', () => {
  const trackers = [tracker({ name: '</testcase>]]>&"\'\u{0}\u{b}\u{ffff}\ud800' })];
  for (const inventory of [sampleInventory, auditInput({ trackers }).inventory]) {
    const text = junit.render({
      report: judgeInventory({ inventory, regime: findRegime('eu') }),
      pictures: {},
    });
    expect(XMLValidator.validate(text)).toBe(true);
    for (const character of ['\u{0}', '\u{b}', '\u{ffff}']) expect(text).not.toContain(character);
  }
});

it('counts in each suite what the suite holds', () => {
  const { testsuite, tests, failures } = parse(junit.render({ report, pictures: {} }));
  let sum = 0;
  for (const suite of testsuite) {
    const failed = suite.testcase.filter((one: object) => 'failure' in one).length;
    const skipped = suite.testcase.filter((one: object) => 'skipped' in one).length;
    expect(suite).toMatchObject({
      tests: String(suite.testcase.length),
      failures: String(failed),
      skipped: String(skipped),
    });
    sum += failed;
  }
  expect(failures).toBe(String(sum));
  expect(sum).toBeGreaterThan(0);
  expect(tests).toBe(String(report.findings.length));
});

it('says in a failure what was seen, where, by which script, and what to do', () => {
  const text = junit.render({ report, pictures: {} });
  for (const part of ['https://www.example.org/matomo.js:3', 'scenario none', 'LAW-BLOCK-001', 'Let it wait'])
    expect(text).toContain(part);
});

it('skips what the baseline has', () => {
  const known = withBaseline(report, new Set(report.findings.map(findingKey)));
  expect(parse(junit.render({ report: known, pictures: {} })).failures).toBe('0');
});
