import type { Command } from 'commander';

/** One command of the command line: one file each in `commands/`. */
export interface CliCommand {
  /** Equal to its file name. */
  readonly id: string;
  /** Adds the command with its options, help and action; the action throws `AvowalError`. */
  register(program: Command): void;
}
