import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Folder of initdb and postgres: Debian's newest, or that of `AVOWAL_POSTGRES_BIN`. */
const BIN = process.env.AVOWAL_POSTGRES_BIN ?? globSync('/usr/lib/postgresql/*/bin').sort().at(-1) ?? '';

/** Why there can be no PostgreSQL here; for the name of a test that is skipped. */
export const postgresMissing: string | undefined = existsSync(join(BIN, 'initdb'))
  ? undefined
  : 'PostgreSQL is not installed';

const isRoot = process.getuid?.() === 0;
const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));

/** PostgreSQL refuses to run as root. */
const asOwner = (command: string, args: readonly string[]): [string, string[]] =>
  isRoot
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', join(BIN, command), ...args]]
    : [join(BIN, command), [...args]];

function run(command: string, ...args: readonly string[]): void {
  execFileSync(...asOwner(command, args), { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' });
}

/** A port that nobody listens at now, and that the system gives to no connection meanwhile: those come from 32768 on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

/** One PostgreSQL server with files of its own. */
export interface PostgresNode {
  readonly port: number;
  /** `host:port`, for a connection string of several hosts. */
  readonly place: string;
  readonly url: string;
  start(): Promise<void>;
  /** Kills the whole server at once, as a power cut would. */
  kill(): Promise<void>;
  /** Ends it in good order. */
  stop(): Promise<void>;
  /** Makes a standby the primary. */
  promote(): void;
  /** A standby that follows this one, not started yet. */
  makeStandby(port?: number): Promise<PostgresNode>;
  /** Number of its process. */
  pid(): number;
  /** Runs statements past everybody else. */
  run(...statements: readonly string[]): void;
  /** Ends it and deletes its files. */
  remove(): Promise<void>;
}

/** A program as the user that PostgreSQL runs as, with the commands of PostgreSQL in its path. */
export function spawnAsPostgres(command: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const user = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : [];
  const [program = '', ...args] = [...user, ...command];
  const PATH = `${BIN}:${process.env.PATH}`;
  return spawn(program, args, { cwd: '/', env: { ...process.env, PATH, ...env }, stdio: 'ignore' });
}

/** A folder that PostgreSQL may write into; who makes it deletes it. */
export function newFolder(): string {
  const folder = mkdtempSync('/tmp/avowal-pg-');
  chmodSync(folder, 0o700);
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'));
  return folder;
}

/** The parent alone would leave its children at work for a moment, and they would still answer. */
function killFamily({ pid = 0 }: ChildProcess): void {
  process.kill(pid, 'SIGSTOP');
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  for (const child of [...children.trim().split(/\s+/).map(Number), pid]) {
    try {
      process.kill(child, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}

function nodeIn(folder: string, port: number): PostgresNode {
  const data = join(folder, 'data');
  let server: ChildProcess | undefined;

  const isUp = () => {
    try {
      run('pg_isready', '-q', '-h', '127.0.0.1', '-p', String(port));
      return true;
    } catch {
      return false;
    }
  };
  const end = async (signal: NodeJS.Signals) => {
    if (!server) return;
    const running = server;
    server = undefined;
    const exit = once(running, 'exit');
    if (signal === 'SIGKILL') killFamily(running);
    else running.kill(signal);
    await exit;
  };
  const place = `127.0.0.1:${port}`;
  const node: PostgresNode = {
    port,
    place,
    url: `postgres://postgres@${place}/postgres`,
    start: async () => {
      const args = ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1'];
      server = spawn(...asOwner('postgres', args), { stdio: 'ignore', cwd: '/' });
      while (!isUp()) {
        if (server.exitCode !== null) throw new Error(`PostgreSQL in ${data} did not start`);
        await wait(50);
      }
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
    promote: () => run('pg_ctl', 'promote', '-w', '-D', data),
    pid: () => server?.pid ?? 0,
    run: (...statements) => {
      const commands = statements.flatMap((statement) => ['-c', statement]);
      run('psql', '-q', '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', ...commands);
    },
    makeStandby: async (at) => {
      const other = newFolder();
      const from = `host=127.0.0.1 port=${port} user=postgres`;
      run(
        'pg_basebackup',
        '-D',
        join(other, 'data'),
        '-d',
        from,
        '-R',
        '-X',
        'stream',
        '-c',
        'fast',
        '--no-sync',
      );
      return nodeIn(other, at ?? (await freePort()));
    },
    remove: async () => {
      await end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return node;
}

/** How a cluster is made. */
export interface PostgresOptions {
  /** Lines of postgresql.conf. */
  readonly settings?: readonly string[];
  /** Default: any free one. */
  readonly port?: number | undefined;
}

/** Makes a private cluster and starts it. */
export async function startPostgres({ settings = [], port }: PostgresOptions = {}): Promise<PostgresNode> {
  const folder = newFolder();
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '--encoding=UTF8', '--locale=C');
  appendFileSync(join(data, 'postgresql.conf'), `\n${settings.join('\n')}\n`);
  const node = nodeIn(folder, port ?? (await freePort()));
  await node.start();
  return node;
}
