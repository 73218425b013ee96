import { globSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../model/inventory.ts';
import { auditReporters } from '../scan/audit-reporters/index.ts';
import audit from './commands/audit.ts';

const program = new Command();
audit.register(program);
const options = program.commands[0]?.options.map(({ long }) => long) ?? [];

const files = globSync('integrations/ci/*');

describe.each(files)('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n').filter((line) => /avowal audit|options[+=]/.test(line));

  it('uses only options that the audit has', () => {
    expect(lines.length).toBeGreaterThan(0);
    for (const [option] of lines.join('\n').matchAll(/--[a-z][a-z-]+/g)) expect(options).toContain(option);
  });

  it('asks only for scenarios and formats that there are', () => {
    for (const [, list = ''] of text.matchAll(/--format (\S+)/g))
      for (const format of list.split(','))
        expect(['terminal', ...auditReporters.map(({ id }) => id)]).toContain(format);
    for (const [, list = ''] of text.matchAll(/--scenarios ([a-z,]+)/g))
      for (const scenario of list.split(',')) expect(['all', ...SCENARIOS]).toContain(scenario);
  });
});

it('hands each input of the action to the shell by the environment, and declares each that it hands over', () => {
  const text = readFileSync('integrations/ci/action.yml', 'utf8');
  const declared =
    text.slice(text.indexOf('inputs:'), text.indexOf('outputs:')).match(/^ {2}[a-z-]+(?=:)/gm) ?? [];
  const used = [...text.matchAll(/\$\{\{ inputs\.([a-z-]+) \}\}/g)].map(([, name]) => name);
  expect(used.toSorted()).toEqual(declared.map((name) => name.trim()).toSorted());
  const scripts = text
    .split('run: |')
    .slice(1)
    .map((part) => part.split('\n    - ')[0]);
  for (const script of scripts) expect(script).not.toContain('${{');
});
