import { hash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../knowledge/config/parse-config.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { AvowalError } from '../../model/errors.ts';
import { readInventory, writeWhole } from '../../scan/inventory-file.ts';
import { canonicalJson } from '../../server/canonical-json.ts';
import { openTerminal } from '../terminal.ts';

/** What it is told. */
export interface PolicyFlags {
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

/** Writes the cookie policy as it would stand now. Throws USAGE, and what `loadConfig` throws. */
export async function policy(flags: PolicyFlags): Promise<void> {
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
