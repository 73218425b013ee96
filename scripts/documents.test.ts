import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command, CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../src/cli/main.ts';
import { parseConfig } from '../src/knowledge/config/parse-config.ts';
import { SMALL_CONFIG } from '../src/knowledge/config/testing/small-config.ts';

const FILES = globSync(['*.md', 'docs/*.md', '{demo,examples,fleet,integrations}/**/*.md'], {
  exclude: ['**/node_modules/**'],
});
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** The name that GitHub gives a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

function leadsSomewhere(from: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? from : join(dirname(from), path);
  if (!existsSync(file)) return false;
  if (anchor === undefined) return true;
  const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)];
  return headings.some(([, heading = '']) => anchorOf(heading) === anchor);
}

/** What a shell makes of a line: words, up to a comment, a pipe, a redirection or the next command; … stands for more. */
function wordsOf(line: string): string[] {
  const [command = ''] = line.split(/\s#|\s\||\s&&|\s\d?>|;|\s{2,}/);
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|\S+/g)];
  return words.map(([word, double, single]) => double ?? single ?? word).filter((word) => word !== '…');
}

/** Every "avowal …" of a text: in blocks of code, between back quotes, between double quotes. */
function commandsOf(text: string): string[] {
  const blocks = [...text.matchAll(/^```.*\n([\s\S]*?)^```/gm)].map(([, block = '']) =>
    block.replaceAll('\\\n', ' '),
  );
  const lines = blocks.join('\n').split('\n');
  const started = lines.map(
    (line) => /^(?:\S+=(?:'[^']*'|\S*) )?(?:npx )?avowal ([a-z].*)/.exec(line.trim())?.[1],
  );
  const quoted = [...text.matchAll(/(?:"|(?<!`)`)(?:npx )?avowal ([a-z][^"`]*)["`]/g)].map(
    ([, command]) => command,
  );
  return [...started, ...quoted].filter((command) => command !== undefined);
}

/** Whole configurations of a text, and parts of one with what is missing added. */
function configsOf(text: string): object[] {
  const blocks = [...text.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
  return blocks
    .filter((block) => /^"|^\{\s*"site"/.test(block))
    .map((block) =>
      block.startsWith('{') ? JSON.parse(block) : { ...SMALL_CONFIG, ...JSON.parse(`{${block}}`) },
    );
}

/** What the command line says against a command, with nothing behind it; an argument may be left out where one only speaks of it. */
async function problemOf(words: readonly string[]): Promise<string | undefined> {
  const program = createProgram(() => undefined);
  const disarm = (command: Command): unknown =>
    command.commands.length > 0 ? command.commands.map(disarm) : command.action(() => undefined);
  disarm(program);
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    const { code, message } = error as CommanderError;
    if (!/missingArgument|missingMandatory|optionMissingArgument|commander\.help/.test(code)) return message;
  }
  return undefined;
}

describe.each(FILES)('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  it('shows only commands and options that there are', async () => {
    const shown = commandsOf(text);
    const problems = await Promise.all(shown.map((command) => problemOf(wordsOf(command))));
    expect(shown.filter((_, i) => problems[i] !== undefined)).toEqual([]);
  });

  it('shows only settings that a configuration takes', () => {
    for (const config of configsOf(text)) parseConfig(JSON.stringify(config), file);
  });

  it('runs only npm scripts that there are', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links only to files and headings that there are', () => {
    const links = [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !leadsSomewhere(file, link))).toEqual([]);
  });
});

it('leads from its first page to every other one', () => {
  const first = readFileSync('docs/README.md', 'utf8');
  const pages = globSync('docs/*.md').filter((page) => page !== 'docs/README.md');
  expect(pages.filter((page) => !first.includes(`](${page.slice('docs/'.length)}`))).toEqual([]);
});
