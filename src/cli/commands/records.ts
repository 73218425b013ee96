import { type Command, Option } from 'commander';
import { EXPORT_FORMATS } from '../../server/records/export/export-records.ts';
import type { CliCommand } from '../cli-command.ts';
import { configOption, databaseOption, dataOption } from '../common-options.ts';
import type { EraseFlags } from '../records/erase-records.ts';
import type { ExportFlags } from '../records/export-records.ts';
import type { PictureFlags } from '../records/picture-notice.ts';
import type { QuarantineFlags } from '../records/quarantine.ts';
import type { RecordFlags } from '../records/record-flags.ts';

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
      .action(async (flags: ExportFlags) =>
        (await import('../records/export-records.ts')).exportRecords(flags),
      );
    add('show', 'show what is recorded under a consent id or a record id')
      .argument('<ID>', 'consent id or record id')
      .addOption(configOption())
      .action(async (id: string, flags: RecordFlags) =>
        (await import('../records/show-records.ts')).showRecords(id, flags),
      );
    add(
      'picture',
      'give out pictures of the notice that the visitor of a record was shown: the kept ones, or new ones, which are kept',
    )
      .argument('<ID>', 'record id')
      .addOption(configOption())
      .option('-o, --out <DIR>', 'folder for notice-phone.png and notice-desktop.png', '.')
      .action(async (id: string, flags: PictureFlags) =>
        (await import('../records/picture-notice.ts')).pictureNotice(id, flags),
      );
    add('erase', 'erase the records of one visitor, or those that were kept long enough')
      .argument('[CONSENT_ID]', 'the consent id that the visitor names')
      .addOption(configOption())
      .option('--ended', 'instead, all that ended longer ago than the configuration keeps them')
      .option('--yes', 'do not ask')
      .action(async (id: string | undefined, flags: EraseFlags) =>
        (await import('../records/erase-records.ts')).eraseRecords(id, flags),
      );
    add('audit', 'verify every record against the log, and the log against its signatures').action(
      async (flags: RecordFlags) => (await import('../records/audit-command.ts')).runAudit(flags),
    );
    add('new-log', 'go on under a new name where the records contradict what was signed')
      .option('--yes', 'do not ask')
      .action(async (flags: RecordFlags) => (await import('../records/new-log.ts')).startNewLog(flags));
    group
      .command('quarantine')
      .description('show what the database refused of the records that this server took in')
      .addOption(dataOption())
      .option('--retry', 'send it once more')
      .addHelpText('after', EXAMPLES)
      .action(async (flags: QuarantineFlags) =>
        (await import('../records/quarantine.ts')).showQuarantine(flags),
      );
    group
      .command('rotate-key')
      .description('sign the log with a new key from now on')
      .addOption(dataOption())
      .addHelpText('after', EXAMPLES)
      .action(async (flags: RecordFlags) => (await import('../records/rotate-key.ts')).rotateKey(flags));
  },
};

export default records;
