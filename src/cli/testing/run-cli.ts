import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('./entry.ts', import.meta.url));

/** How a run of the command line ended. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run of the command line in a process of its own. */
export interface CliRun {
  readonly child: ChildProcess;
  readonly ended: Promise<CliResult>;
  /** Resolves when standard output contains the text. */
  printed(text: string): Promise<string>;
}

/** Starts `avowal ARGS` in a folder, without a terminal and without anybody's own settings. */
export function startCli(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): CliRun {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...plain } = process.env;
  const child = spawn(process.execPath, [ENTRY, ...args], {
    cwd,
    env: { ...plain, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<CliResult>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code, stdout, stderr }));
  });
  const printed = (text: string) =>
    new Promise<string>((done, fail) => {
      const look = () => stdout.includes(text) && done(stdout);
      child.stdout.on('data', look);
      look();
      ended.then(() => fail(new Error(`It ended without printing ${text}: ${stdout}${stderr}`)), fail);
    });
  return { child, ended, printed };
}

/** Runs `avowal ARGS` to its end. */
export const runCli = (args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv): Promise<CliResult> =>
  startCli(args, cwd, env).ended;
