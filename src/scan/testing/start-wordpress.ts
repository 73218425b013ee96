import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGED = '/usr/share/wordpress';
const PHP = ['/usr/bin/php', '/usr/local/bin/php'].find(existsSync);
const DATABASE = ['/usr/sbin/mariadbd', '/usr/sbin/mysqld'].find(existsSync);

/** Why WordPress cannot be had on this machine, for the name of a skipped test. */
export const wordpressMissing: string | undefined =
  existsSync(join(PACKAGED, 'wp-login.php')) && DATABASE && PHP
    ? undefined
    : 'the packages wordpress, wordpress-theme-twentytwentythree, php-cli and mariadb-server-core are not installed';

/** What the server said to one request: the headers as they came. */
export interface RawAnswer {
  readonly status: number;
  readonly setCookies: readonly string[];
  readonly text: string;
}

/** A blog, freshly installed, with the article, the page and the comment that every new one has. */
export interface RunningWordpress {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** For `ScanOptions.resolve`. */
  readonly resolve: readonly string[];
  /** Asks without a browser; with `form`, as a form is sent. */
  ask(path: string, form?: Readonly<Record<string, string>>, cookie?: string): Promise<RawAnswer>;
  close(): Promise<void>;
}

const config = (url: string, socket: string) => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('AUTH_KEY', '${randomBytes(16).toString('hex')}');
define('LOGGED_IN_KEY', '${randomBytes(16).toString('hex')}');
define('WP_HOME', '${url}');
define('WP_SITEURL', '${url}');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** Addresses in words, as nearly every blog has them: without them there is no robots.txt and no site map. */
const PERMALINKS = `<?php add_filter('pre_option_permalink_structure', fn() => '/%postname%/');`;

/** Files are files, everything else is WordPress: its robots.txt too. */
const ROUTER = `<?php
$file = __DIR__ . '/site' . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file($file) || is_file($file . '/index.php')) return false;
require __DIR__ . '/site/index.php';
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Without tables of its own and without a password: only this user reaches the socket. */
function startDatabase(folder: string): ChildProcess {
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'init.sql'), 'CREATE DATABASE wordpress;\n');
  return spawn(DATABASE ?? '', [
    '--no-defaults',
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
    `--datadir=${join(folder, 'data')}`,
    `--socket=${join(folder, 'db.sock')}`,
    `--pid-file=${join(folder, 'db.pid')}`,
    `--init-file=${join(folder, 'init.sql')}`,
    '--skip-networking',
    '--skip-grant-tables',
    '--innodb-buffer-pool-size=32M',
    '--innodb-flush-method=nosync',
  ]);
}

async function until(what: () => boolean | Promise<boolean>, name: string): Promise<void> {
  for (const end = Date.now() + 30_000; !(await what()); ) {
    if (Date.now() > end) throw new Error(`${name} did not start`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Starts a copy of Debian's WordPress with a database of its own and installs it the way its web page does. */
export async function startWordpress(host: string): Promise<RunningWordpress> {
  const folder = mkdtempSync(join(tmpdir(), 'avowal-wordpress-'));
  const site = join(folder, 'site');
  cpSync(PACKAGED, site, { recursive: true, dereference: true });
  const url = `http://${host}`;
  rmSync(join(site, 'wp-config.php'));
  writeFileSync(join(site, 'wp-config.php'), config(url, join(folder, 'db.sock')));
  mkdirSync(join(site, 'wp-content/mu-plugins'));
  writeFileSync(join(site, 'wp-content/mu-plugins/permalinks.php'), PERMALINKS);
  const router = join(folder, 'router.php');
  writeFileSync(router, ROUTER);
  const database = startDatabase(folder);
  const port = await freePort();
  const php = spawn(PHP ?? '', [
    '-d',
    'sendmail_path=/bin/true',
    '-S',
    `127.0.0.1:${port}`,
    '-t',
    site,
    router,
  ]);

  const ask: RunningWordpress['ask'] = (path, form, cookie) =>
    new Promise((done, fail) => {
      const sent = request(
        {
          port,
          path,
          method: form ? 'POST' : 'GET',
          headers: {
            host,
            ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
            ...(cookie && { cookie }),
          },
        },
        async (response) => {
          const text = (await response.setEncoding('utf8').toArray()).join('');
          done({ status: response.statusCode ?? 0, setCookies: response.headers['set-cookie'] ?? [], text });
        },
      );
      sent.once('error', fail).end(form && new URLSearchParams(form).toString());
    });
  const close = async () => {
    await Promise.all([stop(php), stop(database)]);
    rmSync(folder, { recursive: true, force: true });
  };

  const [user, password] = ['editor', randomBytes(12).toString('hex')];
  try {
    await until(() => existsSync(join(folder, 'db.sock')), 'MariaDB');
    await until(
      () =>
        ask('/license.txt').then(
          () => true,
          () => false,
        ),
      'PHP',
    );
    const { text } = await ask('/wp-admin/install.php?step=2', {
      weblog_title: 'A blog',
      user_name: user,
      admin_password: password,
      admin_password2: password,
      pw_weak: 'on',
      admin_email: 'editor@blog.example',
      blog_public: '1',
    });
    if (!text.includes('wp-login.php')) throw new Error(`WordPress was not installed: ${text.slice(0, 500)}`);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, user, password, resolve: [`*=127.0.0.1:${port}`], ask, close };
}
