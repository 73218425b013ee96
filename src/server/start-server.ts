import { mkdirSync } from 'node:fs';
import { AvowalError } from '../model/errors.ts';
import { loadAccessKey, loadSecret } from './access-key.ts';
import { drain, listen } from './listen.ts';
import { askWitnesses, type Witness } from './log/ask-witnesses.ts';
import { loadLogKeys } from './log/log-keys.ts';
import { openRecordLog } from './log/open-record-log.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { eraseEnded } from './records/erase-records.ts';
import {
  createRateLimiter,
  DEFAULT_RATE_LIMIT,
  DEFAULT_READ_LIMIT,
  type RateLimit,
} from './records/rate-limiter.ts';
import { requestListener } from './request-listener.ts';
import { routes } from './routes/index.ts';
import { scanFilesOf } from './scans/scan-files.ts';
import type { ServerContext } from './server-context.ts';
import { type BrowserBundles, readBrowserBundles } from './sites/browser-bundles.ts';
import { serveFiles } from './sites/serve-files.ts';
import { createSiteRegistry } from './sites/site-registry.ts';
import { createSnapshotReader } from './snapshot/snapshot-token.ts';
import { openServerStore } from './stores/open-store.ts';
import type { Acknowledgement } from './stores/spool-store.ts';
import { toProblem } from './to-problem.ts';
import { findToken } from './tokens/api-tokens.ts';

/** What a server serves and where. */
export interface ServerOptions {
  /** One file for each site; an edit is served within a second. */
  readonly configFiles: readonly string[];
  /** Folder of the records and the access key; made when missing. */
  readonly dataDir: string;
  /** Connection string of a PostgreSQL database for the records. Default: a SQLite file in the folder. */
  readonly database?: string;
  /** With a database: what a record is acknowledged after. Default: local. */
  readonly acknowledgement?: Acknowledgement;
  /** Address to listen at. Default: 127.0.0.1. */
  readonly host?: string;
  /** 0 = any free one. */
  readonly port: number;
  /** Address that browsers reach the server at, where it stands behind a proxy: `https://consent.example` or `/_avowal`. */
  readonly publicUrl?: string;
  /** Takes JSON lines. Default: standard error. */
  readonly log?: (line: string) => void;
  /** Reverse proxies in front whose `X-Forwarded-For` is believed. Default: 0. */
  readonly trustedProxies?: number;
  /** What one address may send. */
  readonly rateLimit?: RateLimit;
  /** What one address may read of receipts and proofs. */
  readonly readLimit?: RateLimit;
  /** Asked to sign what the log signs. Default: none. */
  readonly witnesses?: readonly Witness[];
  /** Default: the ones built into the package. */
  readonly bundles?: BrowserBundles;
}

/** A server that runs. */
export interface RunningServer {
  readonly url: string;
  /** Opens the dashboard: holds the access key. */
  readonly adminUrl: string;
  /** Lets requests under way finish, then lets go of port and store. */
  close(): Promise<void>;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** A record is under a signed checkpoint after at most this time; a receipt asks for one at once. */
const SIGN_MS = 5000;

const makeFolder = (folder: string) => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new AvowalError('WRITE_FAILED', { file: folder, problem: (error as Error).message }, error);
  }
};

/** Serves sites: scripts, intake, policy pages and dashboard. Throws CONFIG_*, PORT_IN_USE, LISTEN_FAILED, STORE_FAILED, LOG_KEYS_INVALID, WRITE_FAILED, BUNDLE_MISSING. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const log = createLog(options.log ?? ((line) => process.stderr.write(`${line}\n`)));
  const bundles = options.bundles ?? readBrowserBundles();
  makeFolder(options.dataDir);
  const accessKey = loadAccessKey(options.dataDir);
  const { store, guard, configs, scans } = await openServerStore({
    ...options,
    log,
    acknowledgement: options.acknowledgement ?? 'local',
  });
  const recordLog = openRecordLog(options.dataDir, store, guard);
  const letGo = async () => {
    await store.close();
    recordLog.close();
  };
  const stops: (() => void)[] = [];
  const host = options.host ?? '127.0.0.1';
  const { server, port } = await listen(options.port, host).catch(async (error) => {
    await letGo();
    throw error;
  });

  const url = `http://${/^(127\.|0\.0\.0\.0|::1?$)/.test(host) ? 'localhost' : host}:${port}`;
  const publicUrl = (options.publicUrl ?? url).replace(/\/$/, '');
  const snapshotSecret = loadLogKeys(options.dataDir).secret;
  const sites = createSiteRegistry(store, bundles, {
    publicUrl,
    snapshotSecret,
    ...(configs && { configs }),
  });
  let ready = false;
  const context: ServerContext = {
    routes,
    sites,
    store,
    recordLog,
    accessKey,
    findToken: (token) => findToken(options.dataDir, token),
    handoverSecret: loadSecret(options.dataDir, 'handover-secret'),
    readSnapshot: createSnapshotReader(snapshotSecret),
    limiter: createRateLimiter(options.rateLimit ?? DEFAULT_RATE_LIMIT),
    readLimiter: createRateLimiter(options.readLimit ?? DEFAULT_READ_LIMIT),
    metrics: createMetrics(),
    publicUrl,
    ownOrigins: new Set([url, `http://127.0.0.1:${port}`, new URL(publicUrl, url).origin]),
    trustedProxies: options.trustedProxies ?? 0,
    scans: scanFilesOf(options.dataDir, scans),
    log,
    isReady: () => ready,
  };
  server.on('request', requestListener(context));

  const close = async () => {
    for (const stop of stops) stop();
    await drain(server);
    ready = false;
    await letGo();
    log('info', 'stopped');
  };

  try {
    stops.push(await serveFiles(sites, options.configFiles, { configs, log }));
  } catch (error) {
    await close();
    throw error;
  }
  const eraseOld = () =>
    Promise.all(
      sites.all().map(async (site) => {
        const erased = await eraseEnded(store, site, new Date());
        if (erased > 0) log('info', 'records ended', { site: site.config.site.id, erased });
      }),
    ).catch((error) => log('error', 'retention failed', { message: error.message }));
  const askAll = askWitnesses(recordLog, options.witnesses ?? [], log);
  const sign = () =>
    recordLog
      .sign()
      .then(askAll)
      .catch((error) => toProblem(error, log));
  const timers = [
    setInterval(eraseOld, HOUR_MS).unref(),
    setInterval(() => void sites.renewSnapshots(), MINUTE_MS).unref(),
    setInterval(sign, SIGN_MS).unref(),
  ];
  stops.push(() => timers.forEach(clearInterval));
  ready = true;
  void eraseOld();
  void sign();
  log('info', 'started', { port, sites: sites.all().length });
  return { url, adminUrl: `${url}/?key=${accessKey.key}`, close };
}
