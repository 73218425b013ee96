import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { AvowalError } from '../model/errors.ts';
import { COMMAND_GROUPS, OTHER_COMMANDS } from './command-groups.ts';
import { commands } from './commands/index.ts';
import { addCommonOptions } from './common-options.ts';
import { reportError } from './report-error.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const HELP = `
From nothing to a site that asks:
  avowal scan https://www.example.org/   see what the site stores and sends
  avowal init                            make avowal.config.json from it, and review that
  avowal serve                           run notice, policy page and records

Exit codes: 0 done, 1 findings, 2 wrong usage or configuration, 3 could not do it.`;

/** The whole command line, ready to parse; `writeErr` takes what Commander says of a wrong one. */
export function createProgram(writeErr: (text: string) => void): Command {
  const program = new Command('avowal')
    .description('Consent you can prove: scan a site, ask its visitors, keep proof, publish its policy.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .commandsGroup(OTHER_COMMANDS)
    .helpCommand('help [COMMAND]', 'print help for a command')
    .exitOverride()
    .configureOutput({ writeErr })
    .configureHelp({ showGlobalOptions: false })
    .addHelpText('after', HELP);
  const grouped = Object.entries(COMMAND_GROUPS).flatMap(([heading, ids]) =>
    ids.map((id) => ({ heading, id })),
  );
  const others = commands.filter(({ id }) => !grouped.some((one) => one.id === id));
  for (const { heading, id } of [...grouped, ...others.map(({ id }) => ({ heading: OTHER_COMMANDS, id }))]) {
    commands.find((one) => one.id === id)?.register(program);
    program.commands.at(-1)?.helpGroup(heading);
  }
  for (const command of program.commands) {
    for (const one of command.commands.length > 0 ? command.commands : [command]) addCommonOptions(one);
  }
  return program;
}

/** The command that the words name, a group where they name no more than that, or the whole program. */
function commandOf(program: Command, [word, ...rest]: readonly string[]): Command {
  const command = program.commands.find((one) => one.name() === word);
  return command ? commandOf(command, rest) : program;
}

/** "avowal records show" */
const fullName = (command: Command): string =>
  command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name();

/** Parses what was typed and runs it. Commander prints the help of everything where help for an unknown word is asked for. */
async function runWords(program: Command, words: readonly string[]): Promise<void> {
  const [first, second] = words;
  const asked = first === 'help' ? second : first;
  const isCommand = (word: string) => program.commands.some((command) => command.name() === word);
  const later = words.find(isCommand);
  if (asked === undefined) program.outputHelp();
  else if (/^\w/.test(asked) && !isCommand(asked)) await program.parseAsync([asked], { from: 'user' });
  else if (asked.startsWith('-') && later && !/^(-h|--help|-V|--version)$/.test(asked))
    throw new AvowalError('USAGE', {
      problem: `Options stand after the command, as in "avowal ${later} ${asked}".`,
    });
  else await program.parseAsync(words, { from: 'user' });
}

/** Runs the command line; sets `process.exitCode` to 0, 1, 2 or 3. */
export async function main(argv: readonly string[]): Promise<void> {
  // The reader of a pipe may have gone, as in "avowal scan … | head".
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  let said = '';
  const program = createProgram((text) => {
    said = text;
  });
  const words = argv.slice(2);
  try {
    await runWords(program, words);
  } catch (error) {
    // "avowal records" alone: the help of the group says what is missing.
    if (error instanceof CommanderError && error.code === 'commander.help') process.stderr.write(said);
    process.exitCode = reportError(error, {
      command: fullName(commandOf(program, words)),
      useColour: !words.includes('--no-color'),
    });
  }
}
