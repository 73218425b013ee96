import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { AvowalError } from '../model/errors.ts';
import {
  DEFAULT_SCENARIOS,
  type HostAlias,
  type Inventory,
  SCENARIOS,
  type Scenario,
} from '../model/inventory.ts';
import { findResolveRule, parseResolveRule } from './browser/address-rules.ts';
import { type FoundBrowser, findBrowser } from './browser/find-browser.ts';
import { createLocateHost, type LocateHost } from './browser/locate-host.ts';
import { buildInventory } from './computed/build-inventory.ts';
import { partyOf } from './computed/party.ts';
import { type CrawlQueue, createCrawlQueue } from './crawl/crawl-queue.ts';
import { declaresGpc } from './crawl/declares-gpc.ts';
import type { FetchRules } from './crawl/fetch-text.ts';
import { createPacer, type Pacer } from './crawl/pacer.ts';
import { normalizeUrl } from './crawl/page-url.ts';
import { readSiteMap } from './crawl/read-site-map.ts';
import { findAliases, systemResolveCname } from './find-aliases.ts';
import { appendToJournal, type Journal, readJournal, removeJournal, startJournal } from './journal.ts';
import { readStorageState } from './page/storage-state.ts';
import { runScenario } from './run-scenario.ts';
import { DEFAULT_TABS, type ScanOptions } from './scan-options.ts';
import { writeReports } from './write-reports.ts';

const ignore = () => {};

/** robots.txt may ask for hours: written for robots that come each day, not for one visit. Milliseconds. */
const MOST_CRAWL_DELAY = 2000;

function openJournal(options: ScanOptions): Journal {
  mkdirSync(options.outDir, { recursive: true });
  if (options.resume) return readJournal(options.outDir);
  const urls = options.urls.map((url) => {
    const normal = normalizeUrl(url);
    if (!normal) throw new AvowalError('URL_INVALID', { url });
    return normal;
  });
  if (urls.length === 0) throw new AvowalError('URL_INVALID', { url: '' });
  const wanted = options.scenarios ?? DEFAULT_SCENARIOS;
  return startJournal(options.outDir, {
    schema: 'avowal/journal@1',
    urls,
    maxPages: options.maxPages ?? 50,
    scenarios: SCENARIOS.filter((scenario) => wanted.includes(scenario)),
    startedAt: new Date().toISOString(),
    hashKey: randomBytes(32).toString('hex'),
  });
}

/** Says at once, before a browser starts, that an address is refused or that a name does not exist. */
async function requireAddress(url: string, locate: LocateHost): Promise<void> {
  const { hostname, protocol, port } = new URL(url);
  try {
    await locate(hostname, Number(port) || (protocol === 'https:' ? 443 : 80));
  } catch (error) {
    if (error instanceof AvowalError) throw error;
    throw new AvowalError('SITE_UNREACHABLE', { url, problem: (error as Error).message }, error);
  }
}

interface ScanParts {
  readonly options: ScanOptions;
  readonly journal: Journal;
  readonly browser: FoundBrowser;
  readonly locate: LocateHost;
  readonly queue: CrawlQueue;
  readonly pace: Pacer;
  readonly signal: AbortSignal;
  readonly rules: FetchRules;
}

async function scan(scenario: Scenario, parts: ScanParts, discovers: boolean): Promise<void> {
  const { options, journal, queue, signal, browser, locate } = parts;
  const emit = options.onProgress ?? ignore;
  const siteUrl = journal.head.urls[0] ?? '';
  emit({ type: 'scenario', scenario });
  const result = await runScenario({
    scenario,
    browser,
    locate,
    queue,
    tabs: Math.max(1, options.tabs ?? DEFAULT_TABS),
    pace: parts.pace,
    signal,
    emit,
    insecure: options.insecure ?? false,
    outDir: options.outDir,
    purposes: options.purposes ?? [],
    siteHost: new URL(siteUrl).hostname,
    hashKey: journal.head.hashKey,
    times: { quiet: options.quietMilliseconds ?? 150, cap: options.capMilliseconds ?? 10_000 },
    storageState: options.storageState ? readStorageState(options.storageState) : undefined,
    visitor: { hasGpc: scenario === 'gpc', hasPhone: scenario === 'phone' },
    visited: journal.records.filter((one) => one.visit.scenario === scenario && !one.isReturn).length,
    keep(record) {
      appendToJournal(options.outDir, journal, { record });
      if (discovers && !record.isReturn) queue.visited(record.links);
    },
  });
  // Asked beside the pages, so that it counts as nothing that they did.
  const declared = scenario === 'gpc' && { declaresGpc: await declaresGpc(siteUrl, parts.rules) };
  appendToJournal(options.outDir, journal, { result: { ...result, ...declared } });
}

/** Runs scenarios `concurrency` at a time; the first error ends all. */
async function scanAll(scenarios: readonly Scenario[], parts: ScanParts): Promise<void> {
  const waiting = [...scenarios];
  const worker = async () => {
    for (let scenario = waiting.shift(); scenario; scenario = waiting.shift()) {
      await scan(scenario, parts, false);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, parts.options.concurrency ?? 2) }, worker));
}

/** The first scenario that visits a page says which pages there are; the others follow it. */
async function runAll(parts: ScanParts): Promise<void> {
  const { journal, queue, signal } = parts;
  const { head, records, results } = journal;
  const waiting = head.scenarios.filter(
    (scenario) => !results.some((result) => result.scenario === scenario),
  );
  const begun = records[0]?.visit.scenario;
  for (const { visit, links, isReturn } of records)
    if (visit.scenario === begun && !isReturn) queue.visited(links);
  const goesOn = begun !== undefined && waiting.includes(begun);
  if (goesOn) await scan(begun, parts, true);
  while (journal.records.length === 0) {
    const scenario = waiting.shift();
    if (!scenario) break;
    await scan(scenario, parts, true);
  }
  signal.throwIfAborted();
  await scanAll(
    waiting.filter((scenario) => !goesOn || scenario !== begun),
    parts,
  );
}

/** The site's own hosts beside those of its pages: where one of them leads is asked once, after the pages. */
function askForAliases({ records }: Journal, options: ScanOptions): Promise<HostAlias[]> {
  const hostOf = (url: string) => URL.parse(url)?.hostname ?? '';
  const pages = new Set(records.flatMap(({ visit, finalUrl }) => [hostOf(visit.url), hostOf(finalUrl)]));
  const site = hostOf(records[0]?.finalUrl ?? '');
  const rules = options.resolveCname ? [] : (options.resolve ?? []).map(parseResolveRule);
  const hosts = records
    .flatMap(({ requests }) => requests.map(({ url }) => hostOf(url)))
    .filter((host) => host && !pages.has(host) && partyOf(host, site) === 'first')
    .filter((host) => !findResolveRule(rules, host));
  return findAliases(hosts, options.resolveCname ?? systemResolveCname());
}

/**
 * Scans a site with a real browser and writes journal, inventory, report and screenshots to `outDir`. An aborted scan
 * resolves too, to an inventory with `complete: false`; `resume` goes on with it.
 * Throws `URL_INVALID`, `USAGE`, `BROWSER_MISSING`, `BROWSER_FAILED`, `ADDRESS_REFUSED`, `SITE_UNREACHABLE`,
 * `INVENTORY_INVALID` (nothing to resume), `WRITE_FAILED`.
 */
export async function scanSite(options: ScanOptions): Promise<Inventory> {
  const browser = findBrowser(options.browser);
  if (!browser) throw new AvowalError('BROWSER_MISSING');
  const signal = options.signal ?? new AbortController().signal;
  const resolve = (options.resolve ?? []).map(parseResolveRule);
  const locate = createLocateHost({ resolve, allowPrivate: options.allowPrivate ?? false });
  const journal = openJournal(options);
  const { urls, maxPages } = journal.head;
  const first = urls[0] ?? '';
  let complete = false;
  try {
    await requireAddress(first, locate);
    options.onProgress?.({ type: 'browser', name: browser.name });
    const rules = { locate, insecure: options.insecure ?? false, signal };
    const map = await readSiteMap(first, rules);
    const queue = createCrawlQueue(first, maxPages, map.isAllowed);
    queue.addFirst(urls);
    queue.addLinks(map.pages);
    const pace = createPacer(options.delayMilliseconds ?? Math.min(map.crawlDelay, MOST_CRAWL_DELAY));
    await runAll({ options, journal, browser, locate, queue, pace, signal, rules });
    complete = true;
  } catch (error) {
    if (!signal.aborted) {
      if (journal.records.length === 0) removeJournal(options.outDir);
      throw error;
    }
  }
  const aliases = signal.aborted ? [] : await askForAliases(journal, options);
  const inventory = buildInventory(journal, {
    aliases,
    finishedAt: new Date().toISOString(),
    complete,
    browser: browser.name,
  });
  writeReports(options.outDir, inventory);
  if (complete) removeJournal(options.outDir);
  return inventory;
}
