import type { Command } from 'commander';
import { AvowalError } from '../../model/errors.ts';
import type { Receipt } from '../../model/receipt.ts';
import { parseWitnessKeys } from '../../server/log/parse-witnesses.ts';
import { parseReceipt } from '../../server/records/parse-receipt.ts';
import { type ReceiptFinding, verifyReceipt } from '../../server/records/verify-receipt.ts';
import type { CliCommand } from '../cli-command.ts';
import { plainText } from '../plain-text.ts';
import { printTable } from '../print-table.ts';
import { readKeys } from '../read-keys.ts';
import { readNamedFile } from '../read-named-file.ts';
import { type CommonOptions, openTerminal, type Terminal } from '../terminal.ts';

interface VerifyFlags extends CommonOptions {
  readonly key?: string;
  readonly checkpoint?: string;
  readonly consistency?: string;
  readonly witnesses?: string;
}

function readReceipt(file: string): Receipt {
  const receipt = parseReceipt(readNamedFile(file));
  if (typeof receipt === 'string') throw new AvowalError('RECEIPT_INVALID', { file, problem: receipt });
  return receipt;
}

/** The hashes of what /api/v1/log/proof/consistency says. */
function readConsistency(file: string): readonly Uint8Array[] {
  let hashes: unknown;
  try {
    ({ hashes } = JSON.parse(readNamedFile(file)));
  } catch {
    // Said below.
  }
  if (!Array.isArray(hashes) || hashes.length > 128 || !hashes.every((hash) => typeof hash === 'string')) {
    throw new AvowalError('USAGE', { problem: `${file} holds no consistency proof.` });
  }
  return hashes.map((hash) => Buffer.from(hash, 'base64'));
}

function verify(receipt: Receipt, file: string, evidence: Parameters<typeof verifyReceipt>[1]) {
  try {
    return verifyReceipt(receipt, evidence);
  } catch (error) {
    // Only a record nested deeper than the stack gets here.
    throw new AvowalError('RECEIPT_INVALID', { file, problem: (error as Error).message }, error);
  }
}

const word = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** A member of a record that anybody may have written, on one line. */
const line = (value: unknown) =>
  plainText(
    typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([name, answer]) => `${name} ${word(answer)}`)
          .join(', ') || 'none'
      : word(value),
  );

function printFindings(
  { record }: Receipt,
  findings: readonly ReceiptFinding[],
  { print, style }: Terminal,
): void {
  const failed = findings.filter(({ verdict }) => verdict === 'fail');
  const section = (title: string, verdict: ReceiptFinding['verdict'], sign: string) => {
    const found = findings.filter((finding) => finding.verdict === verdict);
    if (found.length > 0)
      print(
        `\n${style('bold', title)}\n${found.map(({ statement }) => `  ${sign} ${plainText(statement)}`).join('\n')}`,
      );
  };
  const { site, action, purposes, services, receivedAt, validUntil } = record;
  const rows = Object.entries({ site, action, purposes, services, receivedAt, validUntil });
  print(style('bold', failed.length > 0 ? 'This receipt proves nothing.' : 'The record in this receipt:'));
  if (failed.length === 0)
    print(
      printTable(
        rows.map(([name, value]) => [name, line(value ?? null)]),
        '  ',
      ),
    );
  section('Refuted', 'fail', '✗');
  section('Proven', 'pass', '✓');
  section('Not proven by this', 'review', '?');
}

async function run(file: string, flags: VerifyFlags): Promise<void> {
  const terminal = openTerminal(flags);
  const receipt = readReceipt(file);
  const findings = verify(receipt, file, {
    ...(flags.key !== undefined && { keys: await readKeys(flags.key) }),
    ...(flags.checkpoint !== undefined && { checkpoint: readNamedFile(flags.checkpoint) }),
    ...(flags.consistency !== undefined && { consistency: readConsistency(flags.consistency) }),
    ...(flags.witnesses !== undefined && {
      witnesses: parseWitnessKeys(readNamedFile(flags.witnesses), flags.witnesses),
    }),
  });
  const isRefuted = findings.some(({ verdict }) => verdict === 'fail');
  terminal.printJson({ verdict: isRefuted ? 'fail' : 'pass', record: receipt.record, findings });
  printFindings(receipt, findings, terminal);
  if (isRefuted) process.exitCode = 1;
}

const EXAMPLES = `
Examples:
  avowal verify receipt.json --key https://consent.example.org/api/v1/log/keys
  avowal verify receipt.json --key keys.txt --checkpoint checkpoint.txt    without any network

Ends with 0 where nothing speaks against the receipt, with 1 where something does. docs/records.md explains what is proven;
docs/verify has two checks that need nothing of Avowal: a web page and a script.`;

const command: CliCommand = {
  id: 'verify',
  register: (program: Command) =>
    void program
      .command('verify')
      .description('check a receipt, and say what it proves and what not')
      .argument('<FILE>', 'receipt that a visitor saved; - = standard input')
      .option('--key <FILE|URL>', 'keys of the log, as /api/v1/log/keys of the server says them')
      .option('--checkpoint <FILE>', 'checkpoint of the same log that you got in another way')
      .option('--consistency <FILE>', 'proof that the log only grew between the two checkpoints')
      .option('--witnesses <FILE>', 'keys of those whose word counts for you that they saw the same log')
      .addHelpText('after', EXAMPLES)
      .action(run),
};

export default command;
