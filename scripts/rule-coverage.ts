import { globSync, readFileSync } from 'node:fs';
import type { Rule } from '../src/knowledge/rule.ts';
import { readTestNames, type TestName } from './test-names.ts';

/** A test that names rules. */
export interface RuleTest extends TestName {
  readonly file: string;
  readonly rules: readonly string[];
}

const ID = /\b(?:[A-Z][A-Z0-9]*-)+\d{3}\b/;

/** Families of ids; a name may hold other words of that shape, such as RFC-123. */
const familiesOf = (rules: readonly Rule[]) => new Set(rules.map(({ id }) => id.split('-')[0]));

/** Every test of the project that names a rule, whether there is such a rule or not. */
export function readRuleTests(rules: readonly Rule[]): RuleTest[] {
  const families = familiesOf(rules);
  return globSync('{src,demo,scripts}/**/*.ts')
    .sort()
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    .filter(({ text }) => text.includes("from 'vitest'"))
    .flatMap(({ file, text }) =>
      readTestNames(text, file, ID).map((test) => {
        const ids = [...test.groups, test.name].join(' ').matchAll(new RegExp(ID, 'g'));
        const named = new Set([...ids].map(([id]) => id));
        return { ...test, file, rules: [...named].filter((id) => families.has(id.split('-')[0])) };
      }),
    )
    .filter(({ rules: ids }) => ids.length > 0);
}

const isWeighty = ({ severity }: Rule) => severity === 'blocker' || severity === 'high';

/** What is wrong between rules and tests, in sentences; nothing where every rule has what it needs. */
export function findCoverageProblems(rules: readonly Rule[], tests: readonly RuleTest[]): string[] {
  const known = new Set(rules.map(({ id }) => id));
  const tested = new Set(tests.flatMap((test) => test.rules));
  const problems = tests.flatMap((test) =>
    test.rules
      .filter((id) => !known.has(id))
      .map((id) => `${test.file} names ${id}, and there is no such rule.`),
  );
  for (const rule of rules) {
    if (tested.has(rule.id)) {
      if (rule.part === 'later')
        problems.push(`${rule.id} has a test, so its part is built: say which it is.`);
    } else if (isWeighty(rule) && rule.part !== 'later')
      problems.push(`${rule.id} (${rule.severity}) has no test, and its part, ${rule.part}, is built.`);
    else if (!rule.note) problems.push(`${rule.id} has no test: say why in "note".`);
  }
  return problems;
}
