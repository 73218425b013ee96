import { describe, expect, it } from 'vitest';
import { UNLAWFUL_SETTINGS } from '../src/knowledge/config/unlawful-settings.ts';
import { regimes } from '../src/knowledge/regimes/index.ts';
import type { Rule } from '../src/knowledge/rule.ts';
import { ruleFamilies } from '../src/knowledge/rules/index.ts';
import { signals } from '../src/knowledge/signals/index.ts';
import { findCoverageProblems, readRuleTests } from './rule-coverage.ts';

const rules = ruleFamilies.flatMap((family) => family.rules);
const ids = new Set(rules.map(({ id }) => id));

describe('the rules of the project', () => {
  it('have each a test where their part is built, and every id that a test names is one of theirs', () => {
    expect(findCoverageProblems(rules, readRuleTests(rules))).toEqual([]);
  });

  it('are the ids that refused settings, regimes and signals name', () => {
    const inRegimes = regimes.flatMap(({ sources }) =>
      sources.flatMap((text) => /^[A-Z0-9-]+-\d{3}/.exec(text) ?? []),
    );
    const named = [
      ...UNLAWFUL_SETTINGS.map(({ rule }) => rule),
      ...inRegimes,
      ...signals.flatMap((signal) => signal.rules),
    ];
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('findCoverageProblems', () => {
  const rule = (change: Partial<Rule>): Rule => ({
    id: 'LAW-X-001',
    severity: 'high',
    regime: 'EU/EEA',
    source: 'a law',
    statement: 'Something must hold.',
    part: 'runtime',
    ...change,
  });
  const testOf = (...named: string[]) => ({ file: 'a.test.ts', groups: [], name: '', rules: named });

  it.each([
    ['a weighty rule without a test', rule({}), [], 'LAW-X-001 (high) has no test'],
    ['the same with an excuse', rule({ note: 'no time' }), [], 'has no test'],
    ['a light rule without a test and without a reason', rule({ severity: 'low' }), [], 'say why'],
    ['a later part without a reason', rule({ part: 'later' }), [], 'say why'],
    ['a later part that has a test', rule({ part: 'later', note: 'x' }), [testOf('LAW-X-001')], 'is built'],
    ['an id that is no rule', rule({}), [testOf('LAW-X-001', 'LAW-X-002')], 'names LAW-X-002'],
  ])('finds %s', (_, one, tests, problem) => {
    expect(findCoverageProblems([one], tests)).toEqual([expect.stringContaining(problem)]);
  });

  it('finds nothing where a test names the rule, or a reason stands in its place', () => {
    expect(findCoverageProblems([rule({})], [testOf('LAW-X-001')])).toEqual([]);
    expect(findCoverageProblems([rule({ severity: 'low', note: 'x' })], [])).toEqual([]);
    expect(findCoverageProblems([rule({ part: 'later', note: 'x' })], [])).toEqual([]);
  });
});
