import { createHash } from 'node:crypto';
import { type AuditEvidence, type AuditFinding, findingKey, type Verdict } from '../../model/audit-report.ts';
import type { AuditReporter } from '../audit-reporter.ts';
import { audits } from '../audits/index.ts';

const KINDS: Readonly<Record<Verdict, string>> = {
  fail: 'fail',
  review: 'review',
  pass: 'pass',
  inapplicable: 'notApplicable',
};

const rule = ({ id, title, description, severity, rules, modes }: (typeof audits)[number]) => ({
  id,
  name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
  shortDescription: { text: `${title}.` },
  fullDescription: { text: description },
  defaultConfiguration: { level: severity },
  properties: { tags: [...rules, ...modes] },
});

/** A URI without what a URI must not hold; the page of a scanned site may be called anything. */
const uriOf = (url: string) => URL.parse(url)?.href ?? encodeURI(url.toWellFormed());

function locationOf({ page, text, initiators: [first] = [] }: AuditEvidence) {
  const uri = page ?? first?.url;
  if (!uri) return [];
  return [{ physicalLocation: { artifactLocation: { uri: uriOf(uri) } }, message: { text } }];
}

/** The script that did it, with its line. */
const causeOf = ({ initiators = [] }: AuditEvidence) =>
  initiators.slice(0, 1).map(({ url, line, column }) => ({
    physicalLocation: {
      artifactLocation: { uri: uriOf(url) },
      ...(line && { region: { startLine: line, ...(column && { startColumn: column }) } }),
    },
    message: { text: 'caused by' },
  }));

function result(finding: AuditFinding, site: string, hasBaseline: boolean) {
  const { audit, verdict, severity, message, todo, evidence, rules, regimes, subject, isKnown } = finding;
  const locations = evidence.flatMap(locationOf).slice(0, 1);
  return {
    ruleId: audit,
    ruleIndex: audits.findIndex(({ id }) => id === audit),
    kind: KINDS[verdict],
    // SARIF 2.1.0 §3.27.10: only a failure has a level.
    level: verdict === 'fail' ? severity : 'none',
    message: { text: todo ? `${message} ${todo}` : message },
    locations:
      locations.length > 0
        ? locations
        : [{ physicalLocation: { artifactLocation: { uri: uriOf(site) } }, message: { text: subject } }],
    relatedLocations: evidence.flatMap(causeOf).slice(0, 10),
    partialFingerprints: {
      'avowal/v1': createHash('sha256').update(findingKey(finding)).digest('hex').slice(0, 32),
    },
    ...(hasBaseline && { baselineState: isKnown ? 'unchanged' : 'new' }),
    properties: { rules, regimes, subject },
  };
}

/** SARIF 2.1.0, which code hosts show beside the code. */
const sarif: AuditReporter = {
  id: 'sarif',
  file: 'audit.sarif',
  render({ report }) {
    const { findings, site } = report;
    const hasBaseline = findings.some(({ isKnown }) => isKnown);
    const log = {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Avowal',
              informationUri: 'https://www.npmjs.com/package/avowal',
              rules: audits.map(rule),
            },
          },
          automationDetails: { id: `avowal-audit/${new URL(site).host}/` },
          invocations: [{ executionSuccessful: report.complete, endTimeUtc: report.scannedAt }],
          columnKind: 'utf16CodeUnits',
          results: findings.map((finding) => result(finding, site, hasBaseline)),
        },
      ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

export default sarif;
