import { join } from 'node:path';
import { formatDuration } from '../knowledge/format-duration.ts';
import type { Inventory, ObservedTracker } from '../model/inventory.ts';
import { STANDARD_PURPOSES } from '../model/purpose.ts';
import { isCookie } from '../model/tracker.ts';
import { plainText } from './plain-text.ts';
import { clip, printTable } from './print-table.ts';
import type { Terminal } from './terminal.ts';

type Style = Terminal['style'];

const MOST_ROWS = 40;
const HEADINGS: Readonly<Record<string, string>> = {
  necessary: 'Necessary',
  functional: 'Functional',
  analytics: 'Analytics',
  marketing: 'Marketing',
  review: 'Needs review: nothing known explains these well enough',
};

const groupOf = ({ classification, purpose }: ObservedTracker) =>
  classification.needsReview || purpose === null ? 'review' : purpose;

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

const lifetime = ({ kind, lifetimeSeconds }: ObservedTracker) =>
  lifetimeSeconds === null
    ? isCookie(kind)
      ? 'session'
      : kind === 'local-storage' || kind === 'indexed-db'
        ? 'until deleted'
        : ''
    : formatDuration(lifetimeSeconds, 'en');

/** Scenarios in which it was seen; a tracker that should wait for consent and did not stands out. */
function seenIn({ seen, purpose }: ObservedTracker, style: Style): string {
  const early = purpose !== 'necessary';
  return (['none', 'reject', 'accept'] as const)
    .filter((scenario) => seen[scenario])
    .map((scenario) => (early && scenario !== 'accept' ? style('yellow', scenario) : scenario))
    .join(' ');
}

function group(trackers: readonly ObservedTracker[], inventory: Inventory, style: Style): string {
  const nameOf = (id: string | null) => inventory.services.find((service) => service.id === id)?.name ?? '';
  const rows = trackers
    .slice(0, MOST_ROWS)
    .map((tracker) => [
      clip(plainText(tracker.name), 36),
      tracker.kind,
      clip(plainText(tracker.host), 32),
      lifetime(tracker),
      clip(plainText(nameOf(tracker.service)), 24),
      seenIn(tracker, style),
    ]);
  const more = trackers.length - MOST_ROWS;
  return printTable(rows, '  ') + (more > 0 ? `\n  … and ${more} more in the report` : '');
}

function trackerSections(inventory: Inventory, style: Style): string[] {
  return [...STANDARD_PURPOSES, 'review'].flatMap((purpose) => {
    const trackers = inventory.trackers.filter((tracker) => groupOf(tracker) === purpose);
    if (trackers.length === 0) return [];
    const heading = style('bold', `${HEADINGS[purpose]} (${trackers.length})`);
    return [`${heading}\n${group(trackers, inventory, style)}`];
  });
}

function thirdParties(inventory: Inventory, style: Style): string[] {
  const byHost = Map.groupBy(
    inventory.requests.filter(({ party }) => party === 'third'),
    ({ host }) => host,
  );
  if (byHost.size === 0) return [];
  const rows = [...byHost].slice(0, MOST_ROWS).map(([host, requests]) => {
    const service = inventory.services.find(({ id }) => id === requests[0]?.service);
    const total = requests.reduce((sum, request) => sum + request.count, 0);
    return [clip(plainText(host), 40), plainText(service?.name ?? 'unknown'), count(total, 'request')];
  });
  const more = byHost.size - MOST_ROWS;
  const rest = more > 0 ? `\n  … and ${more} more in the report` : '';
  return [`${style('bold', `Third parties (${byHost.size})`)}\n${printTable(rows, '  ')}${rest}`];
}

/** A scan on one screen: trackers by purpose, what needs review, third parties, problems and the files written. */
export function scanSummary(inventory: Inventory, folder: string, style: Style): string {
  const pages = new Set(inventory.pages.map(({ url }) => url)).size;
  const scenarios = inventory.scenarios.map(({ scenario, outcome }) =>
    outcome === 'done' ? scenario : `${scenario} (${outcome})`,
  );
  const head = `${style('bold', plainText(inventory.site))}: ${count(pages, 'page')}, ${count(inventory.trackers.length, 'tracker')}; scenarios ${scenarios.join(', ')}`;
  const problems = inventory.problems.slice(0, 10).map(({ page, message }) => {
    return `  ${clip(plainText(page), 60)}: ${clip(plainText(message), 100)}`;
  });
  return [
    head,
    ...(inventory.trackers.length === 0 ? ['No trackers were found.'] : trackerSections(inventory, style)),
    ...thirdParties(inventory, style),
    ...(problems.length > 0
      ? [`${style('bold', `Problems (${inventory.problems.length})`)}\n${problems.join('\n')}`]
      : []),
    `${style('bold', 'Written')}\n  ${join(folder, 'inventory.json')}\n  ${join(folder, 'report.html')}`,
  ].join('\n\n');
}
