import { styleText } from 'node:util';
import { CommanderError } from 'commander';
import { AvowalError } from '../model/errors.ts';
import { plainText } from './plain-text.ts';

const sentence = (text: string) => text.replace(/([^.?!:])$/, '$1.');

/** A wrong command line, as Commander says it, in the words of the catalogue. */
function usageError({ message }: CommanderError): AvowalError {
  const problem = message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/ \((Did you mean .*\?)\)$/, '. $1');
  return new AvowalError('USAGE', { problem: sentence(problem.charAt(0).toUpperCase() + problem.slice(1)) });
}

/** Prints an error of a command as one short paragraph on standard error and returns the exit code of the process. */
export function reportError(
  error: unknown,
  { command, useColour }: { readonly command: string; readonly useColour: boolean },
): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  if (error instanceof CommanderError && error.code === 'commander.help') return 2;
  const known = error instanceof CommanderError ? usageError(error) : error;
  const style = (text: string) =>
    useColour ? styleText(['bold', 'red'], text, { stream: process.stderr }) : text;
  if (known instanceof AvowalError) {
    // The help of the command at hand is shorter than that of all of them.
    const todo =
      known.code === 'USAGE' ? known.todo.replace('avowal --help', `${command} --help`) : known.todo;
    const lines = `${sentence(known.message)} ${todo}`.split('\n').map(plainText);
    process.stderr.write(`${style(known.code)} ${lines.join('\n')}\n`);
    return known.exit;
  }
  const { message, stack } = known instanceof Error ? known : new Error(String(known));
  process.stderr.write(
    `${style('UNEXPECTED')} ${plainText(sentence(message))} This is a mistake in Avowal: please report it, with what AVOWAL_DEBUG=1 prints.\n`,
  );
  if (process.env.AVOWAL_DEBUG) process.stderr.write(`${stack}\n`);
  return 3;
}
