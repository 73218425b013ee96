import { type Command, Option } from 'commander';
import { EXPORT_FORMATS } from '../../server/records/export/export-records.ts';
import type { CliCommand } from '../cli-command.ts';
import { configOption, databaseOption, dataOption } from '../common-options.ts';
import { runAudit } from '../records/audit-command.ts';
import { eraseRecords } from '../records/erase-records.ts';
import { exportRecords } from '../records/export-records.ts';
import { startNewLog } from '../records/new-log.ts';
import { pictureNotice } from '../records/picture-notice.ts';
import { showQuarantine } from '../records/quarantine.ts';
import { rotateKey } from '../records/rotate-key.ts';
import { showRecords } from '../records/show-records.ts';

const EXAMPLES = `
Examples:
  avowal records export > records.jsonl
  avowal records export --format csv --out records.csv
  avowal records export --format 27560 --consent 3f0e7c1a-… --storage "Example Hosting, Frankfurt"
  avowal records show 3f0e7c1a-…    all records of one visitor, by the consent id on their screen
  avowal records picture 7b1c2d3e-… --out pictures    what its visitor was shown, on phone and desktop
  avowal records erase 3f0e7c1a-…   the same, for good
  avowal records audit              was any record changed?

docs/records.md explains what a record holds, what is proven, and how long to keep it.`;

const records: CliCommand = {
  id: 'records',
  register: (program: Command) => {
    const group = program
      .command('records')
      .description('consent records: export, show, erase and verify them');
    const add = (name: string, description: string) =>
      group
        .command(name)
        .description(description)
        .addOption(dataOption())
        .addOption(databaseOption())
        .addHelpText('after', EXAMPLES);
    add('export', 'print every record of a site, newest first')
      .addOption(configOption())
      .addOption(
        new Option(
          '--format <FORMAT>',
          'jsonl = one JSON object on each line; 27560 = ISO/IEC TS 27560 as JSON-LD',
        )
          .choices(EXPORT_FORMATS)
          .default('jsonl'),
      )
      .option('--consent <ID>', 'only the records of this consent id')
      .option(
        '--storage <PLACE>',
        'where the records are kept, as ISO/IEC TS 27560 asks (default: the data folder)',
      )
      .option('-o, --out <FILE>', 'write to a file instead of standard output')
      .action(exportRecords);
    add('show', 'show what is recorded under a consent id or a record id')
      .argument('<ID>', 'consent id or record id')
      .addOption(configOption())
      .action(showRecords);
    add(
      'picture',
      'give out pictures of the notice that the visitor of a record was shown: the kept ones, or new ones, which are kept',
    )
      .argument('<ID>', 'record id')
      .addOption(configOption())
      .option('-o, --out <DIR>', 'folder for notice-phone.png and notice-desktop.png', '.')
      .action(pictureNotice);
    add('erase', 'erase the records of one visitor, or those that were kept long enough')
      .argument('[CONSENT_ID]', 'the consent id that the visitor names')
      .addOption(configOption())
      .option('--ended', 'instead, all that ended longer ago than the configuration keeps them')
      .option('--yes', 'do not ask')
      .action(eraseRecords);
    add('audit', 'verify every record against the log, and the log against its signatures').action(runAudit);
    add('new-log', 'go on under a new name where the records contradict what was signed')
      .option('--yes', 'do not ask')
      .action(startNewLog);
    group
      .command('quarantine')
      .description('show what the database refused of the records that this server took in')
      .addOption(dataOption())
      .option('--retry', 'send it once more')
      .addHelpText('after', EXAMPLES)
      .action(showQuarantine);
    group
      .command('rotate-key')
      .description('sign the log with a new key from now on')
      .addOption(dataOption())
      .addHelpText('after', EXAMPLES)
      .action(rotateKey);
  },
};

export default records;
