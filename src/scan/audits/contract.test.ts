import { describe, expect, it } from 'vitest';
import { regimes } from '../../knowledge/regimes/index.ts';
import { ruleFamilies } from '../../knowledge/rules/index.ts';
import type { AuditInput } from '../audit.ts';
import { judgeInventory } from '../judge-inventory.ts';
import {
  act,
  auditInput,
  inventoryOf,
  request,
  sessionCookie,
  siteConfig,
  tracker,
} from '../testing/audited-site.ts';
import { sampleInventory } from '../testing/sample-inventory.ts';
import { audits } from './index.ts';

const ruleIds = new Set(ruleFamilies.flatMap(({ rules }) => rules.map(({ id }) => id)));

/** What it asks no rule asks: it must never fail. */
const RESTS_ON_NO_LAW: readonly string[] = ['notice-cost'];

const freeze = <T>(value: T): T => {
  for (const part of Object.values(value as object)) {
    if (typeof part === 'object' && part !== null) freeze(part);
  }
  return Object.freeze(value);
};

const unseen = { pages: [], trackers: [], requests: [], scenarios: [] };
const INPUTS: readonly (readonly [string, AuditInput])[] = [
  ['a clean site', auditInput({ trackers: [sessionCookie] })],
  ['a careless site', auditInput({ trackers: [tracker(), sessionCookie], requests: [request()] })],
  ['a careless site with a configuration', auditInput({ trackers: [tracker()] }, { config: siteConfig() })],
  [
    'a site whose scripts act',
    auditInput({ acts: [act(), act({ kind: 'reads-field', subject: 'email field' })] }),
  ],
  ['a scan that saw nothing', auditInput(unseen)],
  ['a scan that saw nothing, with a configuration', auditInput(unseen, { config: siteConfig() })],
  ['names that attack a reader', { ...auditInput({}), inventory: sampleInventory }],
];

describe.each(audits.map((audit) => [audit.id, audit] as const))('the audit %s', (_, audit) => {
  it('says what holds where it passes, and rests on rules that there are', () => {
    expect(audit.title).toMatch(/^[A-Z].*[^.]$/);
    expect(audit.description).toMatch(/\.$/);
    if (!RESTS_ON_NO_LAW.includes(audit.id)) expect(audit.rules.length).toBeGreaterThan(0);
    expect(audit.rules.filter((id) => !ruleIds.has(id))).toEqual([]);
    expect(audit.modes.length).toBeGreaterThan(0);
  });

  it.each(INPUTS)('judges %s the same way twice, and changes nothing', (__, input) => {
    const frozen = freeze(structuredClone(input));
    expect(audit.judge(frozen)).toEqual(audit.judge(input));
  });

  it.each(INPUTS)('says something of %s, with evidence, each subject once', (__, input) => {
    const judgements = audit.judge(input);
    expect(judgements.length).toBeGreaterThan(0);
    for (const { evidence, message } of judgements) {
      expect(message).toMatch(/\.$/);
      expect(evidence.length, message).toBeGreaterThan(0);
    }
    const subjects = judgements.map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  it.each(INPUTS)('says of %s what to do about each failure', (__, input) => {
    for (const { verdict, todo = '' } of audit.judge(input))
      if (verdict === 'fail' || verdict === 'review') expect(todo).toMatch(/^[A-Z].*[.]$/);
  });

  it('never passes a site that the scan did not see', () => {
    for (const config of [undefined, siteConfig()])
      for (const regime of regimes) {
        const input = { inventory: inventoryOf(unseen), regime, ...(config && { config }) };
        expect(audit.judge(input).map(({ verdict }) => verdict)).not.toContain('pass');
      }
  });
});

describe('judgeInventory', () => {
  it('puts errors first, then warnings, then what a person must look at', () => {
    const { findings } = judgeInventory(
      auditInput({
        trackers: [
          tracker({ attributes: undefined as never }),
          tracker({ name: 'odd', purpose: null, lifetimeSeconds: 50_000_000 }),
        ],
      }),
    );
    const order = ['fail error', 'fail warning', 'review', 'pass', 'inapplicable'];
    const ranks = findings.map(({ verdict, severity }) =>
      order.findIndex((rank) => `${verdict} ${severity}`.startsWith(rank)),
    );
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(new Set(ranks).size).toBeGreaterThan(3);
  });

  it('calls an audit inapplicable whose question the regime does not ask', () => {
    const { findings } = judgeInventory(auditInput({ trackers: [tracker()] }, { regime: 'us-ca' }));
    expect(findings.find(({ audit }) => audit === 'nothing-before-choice')).toMatchObject({
      verdict: 'inapplicable',
      regimes: expect.not.arrayContaining(['us-ca']),
    });
  });
});
