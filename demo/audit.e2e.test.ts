import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../src/knowledge/config/parse-config.ts';
import { findRegime } from '../src/knowledge/find-regime.ts';
import type { AuditReport } from '../src/model/audit-report.ts';
import { type Inventory, SCENARIOS } from '../src/model/inventory.ts';
import { judgeInventory } from '../src/scan/judge-inventory.ts';
import { scanSite } from '../src/scan/scan-site.ts';
import groundTruth from './ground-truth.json' with { type: 'json' };
import { DEMO_URL, type RunningPath, runDemo } from './run-demo.ts';

const folder = mkdtempSync(join(tmpdir(), 'avowal-demo-audit-'));
let path: RunningPath;
let on: AuditReport;
let off: AuditReport;

beforeAll(async () => {
  path = await runDemo({ port: 0, dataDir: folder, onStep() {}, onProgress() {} });
  const config = loadConfig(path.configFile);
  const judge = (inventory: Inventory) => judgeInventory({ inventory, config, regime: findRegime('eu') });
  off = judge(path.inventory);
  on = judge(
    await scanSite({
      urls: [DEMO_URL],
      outDir: join(folder, 'on'),
      resolve: [`*=127.0.0.1:${path.sitePort}`],
      insecure: true,
      scenarios: SCENARIOS,
      // Its switches have names of the site's own, such as "Commercial".
      purposes: config.purposes,
    }),
  );
});

afterAll(async () => {
  await path?.close();
  rmSync(folder, { recursive: true });
});

const failures = ({ findings }: AuditReport, audit: string) =>
  findings.filter((finding) => finding.audit === audit && finding.verdict === 'fail');

describe('the audit of the company site with Avowal in front', () => {
  it('LAW-BLOCK-001 LAW-BLOCK-004 LAW-L1-001 LAW-L1-003 LAW-L1-005 LAW-L1-011 LAW-L1-013 LAW-L1-014 LAW-L2-001 LAW-L2-002 LAW-L2-003 LAW-STO-001 LAW-STO-002 GCM-001 GCM-002 GCM-008 GCM-010 POL-005 US-GPC-007 WDR-002 WDR-004 finds nothing that fails and nothing to look at', () => {
    const troubles = on.findings.filter(({ verdict }) => verdict === 'fail' || verdict === 'review');
    expect(troubles.map(({ audit, subject, message }) => [audit, subject, message])).toEqual([]);
  });

  it('passes because it looked: every scenario was done, and nothing that the regime asks was called inapplicable', () => {
    expect(on.scenarios.map(({ outcome }) => outcome)).toEqual(SCENARIOS.map(() => 'done'));
    // The site has no TC string.
    const asked = on.findings.filter(
      ({ subject, audit }) => subject !== 'regime' && audit !== 'tc-string-valid',
    );
    expect(new Set(asked.map(({ verdict }) => verdict))).toEqual(new Set(['pass']));
  });
});

describe('the audit of the same site without Avowal', () => {
  it('LAW-BLOCK-001 names every optional tracker of the ground truth, and no other', () => {
    const named = failures(off, 'nothing-before-choice')
      .map(({ subject }) => subject)
      .filter((subject) => !subject.startsWith('service '));
    const optional = groundTruth.trackers.filter(({ category }) => category !== 'Necessary');
    expect(named.toSorted()).toEqual(
      optional.map(({ kind, name, host }) => `${kind} ${name} ${host}`).toSorted(),
    );
  });

  it('LAW-BLOCK-002 names every third party that was asked for something', () => {
    const named = failures(off, 'nothing-before-choice').map(({ subject }) => subject);
    for (const service of ['google-doubleclick', 'google-recaptcha', 'youtube', 'matomo', 'google-fonts'])
      expect(named).toContain(`service ${service}`);
  });

  it('gives with each failure the page and the scenario in which it was seen', () => {
    for (const { evidence, subject } of failures(off, 'nothing-before-choice'))
      expect(evidence[0], subject).toMatchObject({ scenario: 'none' });
  });
});
