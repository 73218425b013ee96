import { readFileSync } from 'node:fs';
import type { Config } from '../../model/config.ts';
import { AvowalError } from '../../model/errors.ts';
import { checkCookieSize } from './check-cookie-size.ts';
import { checkReferences } from './check-references.ts';
import { checkSchema } from './check-schema.ts';
import { checkTheme } from './check-theme.ts';
import { refuseProblems } from './config-problem.ts';
import { parseJson } from './parse-json.ts';
import { refuseUnlawful } from './refuse-unlawful.ts';

/**
 * Reads a configuration; `file` names it in errors. Throws `CONFIG_SYNTAX` with line and column, `CONFIG_UNLAWFUL` for
 * settings that law and accessibility refuse, and `CONFIG_INVALID` with every other problem at once.
 */
export function parseConfig(text: string, file: string): Config {
  const value = parseJson(text, file);
  refuseUnlawful(value, file);
  refuseProblems(checkSchema(value), file);
  const config = value as Config;
  refuseProblems(checkReferences(config), file);
  refuseProblems(checkCookieSize(config), file);
  checkTheme(config, file);
  return config;
}

/** Reads a configuration file; throws `CONFIG_MISSING` and what {@link parseConfig} throws. */
export function loadConfig(file: string): Config {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new AvowalError('CONFIG_MISSING', { file }, error);
    const problem = `cannot be read: ${(error as Error).message}.`;
    const fix = 'Name a file that you may read.';
    throw new AvowalError('CONFIG_INVALID', { file, path: 'the file', problem, fix }, error);
  }
  return parseConfig(text, file);
}
