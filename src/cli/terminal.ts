import { type InspectColor, styleText } from 'node:util';
import { writeWhole } from '../scan/inventory-file.ts';

/** Options that every command takes. */
export interface CommonOptions {
  /** `true` = on standard output; a text = into that file. */
  readonly json?: boolean | string;
  readonly quiet?: boolean;
  /** False with `--no-color`. */
  readonly color?: boolean;
}

/** Where a command speaks: results on standard output, progress on standard error. */
export interface Terminal {
  /** Colour only where the stream is a terminal and NO_COLOR is not set. */
  style(format: InspectColor | InspectColor[], text: string): string;
  /** Lines for people; silent with `--quiet` and while JSON goes to standard output. */
  print(text: string): void;
  /** The result for programs; does nothing without `--json`. Throws `WRITE_FAILED`. */
  printJson(value: unknown): void;
  /** Whether to show how far the work is: standard error is a terminal, and `--quiet` is not given. */
  readonly showsProgress: boolean;
}

/** Opens the streams as the common options say. */
export function openTerminal({ json, quiet, color }: CommonOptions): Terminal {
  const isSilent = quiet === true || json === true;
  return {
    style: (format, text) => (color === false ? text : styleText(format, text, { stream: process.stdout })),
    print: (text) => {
      if (!isSilent) process.stdout.write(`${text}\n`);
    },
    printJson: (value) => {
      if (json === undefined || json === false) return;
      const text = `${JSON.stringify(value, null, 2)}\n`;
      if (json === true) process.stdout.write(text);
      else writeWhole(json, text);
    },
    showsProgress: quiet !== true && process.stderr.isTTY === true,
  };
}
