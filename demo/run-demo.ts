import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConfigChange, mergeInventory } from '../src/knowledge/config/merge-inventory.ts';
import { loadConfig } from '../src/knowledge/config/parse-config.ts';
import { findRegime } from '../src/knowledge/find-regime.ts';
import type { Config } from '../src/model/config.ts';
import type { Inventory } from '../src/model/inventory.ts';
import { judgeInventory } from '../src/scan/judge-inventory.ts';
import type { ScanEvent } from '../src/scan/scan-options.ts';
import { scanSite } from '../src/scan/scan-site.ts';
import { writeAudit } from '../src/scan/write-audit.ts';
import { writeReports } from '../src/scan/write-reports.ts';
import { type RunningServer, startServer } from '../src/server/start-server.ts';
import { AVOWAL_PATH, avowalInFront } from './avowal-in-front.ts';
import { localhostConfig } from './localhost-config.ts';
import { startDemoSite } from './start-demo-site.ts';

/** Address of the company's site, as the scanner knows it. */
export const DEMO_URL = 'https://www.kopano.com/';

/** What a person would have written before the first scan. */
const FIRST_CONFIG = new URL('./avowal.config.json', import.meta.url).pathname;

/** How the demo is run. */
export interface RunOptions {
  /** Port of the company's site; the Avowal server takes a free one. 0 = any free one. */
  readonly port: number;
  /** Folder for scan, configuration and records. */
  readonly dataDir: string;
  /** Hears each step as it begins. */
  readonly onStep: (step: 'site' | 'scan' | 'config' | 'server') => void;
  readonly onProgress: (event: ScanEvent) => void;
}

/** The whole path at work: a site that was scanned, and Avowal in front of it. */
export interface RunningPath {
  readonly inventory: Inventory;
  readonly config: Config;
  readonly configFile: string;
  readonly changes: readonly ConfigChange[];
  /** Report on the site as it was before Avowal. */
  readonly auditFile: string;
  readonly dataDir: string;
  readonly sitePort: number;
  readonly siteUrl: string;
  readonly server: RunningServer;
  close(): Promise<void>;
}

/** Starts the bare site, scans it, makes the configuration, and starts the site again with Avowal in front. */
export async function runDemo({ port, dataDir, onStep, onProgress }: RunOptions): Promise<RunningPath> {
  onStep('site');
  const bare = await startDemoSite({ port });

  onStep('scan');
  // The server shows the scan that lies in the site's folder.
  const outDir = join(dataDir, 'kopano');
  mkdirSync(outDir, { recursive: true });
  const inventory = await scanSite({
    urls: [DEMO_URL],
    outDir,
    resolve: [`*=127.0.0.1:${bare.port}`],
    insecure: true,
    onProgress,
  }).finally(() => bare.close());
  writeReports(outDir, inventory);

  onStep('config');
  const configFile = join(dataDir, 'avowal.config.json');
  const before = loadConfig(existsSync(configFile) ? configFile : FIRST_CONFIG);
  const merged = mergeInventory(before, inventory);
  const config = localhostConfig(merged.config);
  writeFileSync(configFile, `${JSON.stringify(config, null, 2)}\n`);

  const report = judgeInventory({ inventory, config, regime: findRegime(config.regimes?.default) });
  const [auditFile = ''] = writeAudit(outDir, report, ['html']);

  onStep('server');
  const server = await startServer({
    configFiles: [configFile],
    dataDir,
    port: 0,
    publicUrl: AVOWAL_PATH,
    trustedProxies: 1,
    log: () => {},
  });
  const site = await startDemoSite({
    port: bare.port,
    transform: avowalInFront(`${server.url}/c/${config.site.id}.json`),
    forward: { prefix: AVOWAL_PATH, target: server.url },
    policy: { url: `${AVOWAL_PATH}/p/${config.site.id}` },
  });
  return {
    inventory,
    config,
    configFile,
    changes: merged.changes,
    auditFile,
    dataDir,
    sitePort: site.port,
    siteUrl: site.url,
    server,
    async close() {
      await site.close();
      await server.close();
    },
  };
}
