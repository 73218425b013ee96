import { type Command, InvalidArgumentError, Option } from 'commander';

/** Adds what every command takes. */
export const addCommonOptions = (command: Command): Command =>
  command
    .option('--json [FILE]', 'print the result as JSON, or write it to FILE')
    .option('-q, --quiet', 'print nothing but errors')
    .option('--no-color', 'print without colour (NO_COLOR does the same)');

/** Where a configuration lies unless `--config` names it. */
export const DEFAULT_CONFIG = 'avowal.config.json';

/** `--config FILE` for commands that work on one site. */
export const configOption = (): Option =>
  new Option('-c, --config <FILE>', 'configuration of the site').default(DEFAULT_CONFIG);

/** Where records are kept unless `--data` says otherwise. */
export const dataOption = (): Option =>
  new Option('--data <DIR>', 'folder of records and access key').default('avowal-data');

/** `--database URL`, which may hold a password: from the environment nobody sees it in the list of processes. */
export const databaseOption = (): Option =>
  new Option('--database <URL>', 'PostgreSQL database of the records: postgres://user@host/name').env(
    'AVOWAL_DATABASE',
  );

/** Reads a whole number from `least` to `most`. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
  };

/** Collects an option that may be given several times. */
export const collect = (text: string, earlier: readonly string[] = []): string[] => [...earlier, text];

/** Where a scan lies unless `--out` says otherwise. */
export const DEFAULT_SCAN_DIR = 'avowal-scan';
