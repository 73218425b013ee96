import { hash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { loadConfig } from '../../knowledge/config/parse-config.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { AvowalError } from '../../model/errors.ts';
import { readInventory, writeWhole } from '../../scan/inventory-file.ts';
import { canonicalJson } from '../../server/canonical-json.ts';
import type { CliCommand } from '../cli-command.ts';
import { configOption, DEFAULT_SCAN_DIR } from '../common-options.ts';
import { openTerminal } from '../terminal.ts';

interface PolicyFlags {
  readonly config: string;
  readonly format: 'html' | 'md' | 'json';
  readonly locale?: string;
  readonly out?: string;
  readonly server: string;
  readonly scan: string;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly json?: boolean | string;
}

const EXAMPLES = `
Examples:
  avowal policy --format md --locale de > cookie-policy.md
  avowal policy --server https://consent.example.org --out public/cookies.html

The page of "avowal serve" is always current; this one is as old as the moment you made it.`;

async function run(flags: PolicyFlags): Promise<void> {
  const config = resolveConfig(loadConfig(flags.config));
  const locale = flags.locale ?? config.locales[0] ?? 'en';
  if (!config.locales.includes(locale))
    throw new AvowalError('USAGE', {
      problem: `The site has no locale "${locale}": it has ${config.locales.join(', ')}.`,
    });
  const { renderPolicy } = await import('../../policy/render-policy.ts');
  const inventory = join(flags.scan, 'inventory.json');
  const text = renderPolicy(
    {
      config,
      locale,
      configHash: hash('sha256', canonicalJson(config)),
      updatedAt: statSync(flags.config).mtime.toISOString(),
      runtimeUrl: `${flags.server.replace(/\/$/, '')}/c/${config.site.id}.js`,
      scannedAt: existsSync(inventory) ? readInventory(inventory).finishedAt : null,
    },
    flags.json ? 'json' : flags.format,
  );
  const file = flags.out ?? (typeof flags.json === 'string' ? flags.json : undefined);
  if (file === undefined) {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    return;
  }
  writeWhole(file, text);
  openTerminal({ ...flags, json: false }).print(`Written: ${file}`);
}

const policy: CliCommand = {
  id: 'policy',
  register: (program: Command) =>
    void program
      .command('policy')
      .description('write the cookie policy as a web page, Markdown or JSON')
      .addOption(configOption())
      .addOption(
        new Option('--format <FORMAT>', 'what to write').choices(['html', 'md', 'json']).default('html'),
      )
      .option('--locale <TAG>', 'language (default: the first of the configuration)')
      .option('--server <URL>', 'address of the server that runs the notice', '')
      .option('--scan <DIR>', 'folder of the last scan, for its date', DEFAULT_SCAN_DIR)
      .option('-o, --out <FILE>', 'write to a file instead of standard output')
      .addHelpText('after', EXAMPLES)
      .action(run),
};

export default policy;
