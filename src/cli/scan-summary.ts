import { join } from 'node:path';
import { describeLifetime } from '../knowledge/config/describe-lifetime.ts';
import { findLocale } from '../knowledge/locale.ts';
import type { Inventory, ObservedTracker } from '../model/inventory.ts';
import { STANDARD_PURPOSES } from '../model/purpose.ts';
import { toldRows } from '../scan/report/told-rows.ts';
import { reporters } from '../scan/reporters/index.ts';
import { plainText } from './plain-text.ts';
import { clip, printTable } from './print-table.ts';
import type { Terminal } from './terminal.ts';

type Style = Terminal['style'];

const MOST_ROWS = 40;
const ENGLISH = findLocale('en');
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

/** Scenarios in which it was seen; a tracker that should wait for consent and did not stands out. */
function seenIn({ seen, purpose }: ObservedTracker, style: Style): string {
  const early = purpose !== 'necessary';
  return (['none', 'reject', 'accept'] as const)
    .filter((scenario) => seen[scenario])
    .map((scenario) => (early && scenario !== 'accept' ? style('yellow', scenario) : scenario))
    .join(' ');
}

const row = (tracker: ObservedTracker, inventory: Inventory, style: Style): string[] => [
  clip(plainText(tracker.name), 36),
  tracker.kind,
  clip(plainText(tracker.host), 32),
  describeLifetime(tracker, ENGLISH),
  clip(plainText(inventory.services.find(({ id }) => id === tracker.service)?.name ?? ''), 24),
  seenIn(tracker, style),
];

function trackerSections(inventory: Inventory, style: Style): string[] {
  const groups = [...STANDARD_PURPOSES, 'review'].map((purpose) => {
    const all = inventory.trackers.filter((tracker) => groupOf(tracker) === purpose);
    return { purpose, count: all.length, shown: all.slice(0, MOST_ROWS) };
  });
  // One table for all groups, so that their columns stand under each other.
  const rows = groups.flatMap(({ shown }) => shown.map((tracker) => row(tracker, inventory, style)));
  const lines = printTable(rows, '  ').split('\n');
  return groups
    .filter(({ count }) => count > 0)
    .map(({ purpose, count, shown }) => {
      const more = count > shown.length ? [`  … and ${count - shown.length} more in the report`] : [];
      const heading = style('bold', `${HEADINGS[purpose]} (${count})`);
      return [heading, ...lines.splice(0, shown.length), ...more].join('\n');
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

/** What vendors were told, the same on many pages once. */
function toldOthers({ signals = [] }: Inventory, style: Style): string[] {
  const told = toldRows(signals);
  if (told.length === 0) return [];
  const rows = told.slice(0, MOST_ROWS).map(({ scenario, to, granted, denied, unknown, note, as }) => {
    const what = [
      granted && `granted: ${granted}`,
      denied && `denied: ${denied}`,
      unknown && `not known: ${unknown}`,
    ];
    const words = what.filter(Boolean).join('; ') || note || 'nothing';
    return [scenario, clip(plainText(to), 28), clip(plainText(words), 64), clip(plainText(as), 32)];
  });
  const more = told.length - MOST_ROWS;
  const rest = more > 0 ? `\n  … and ${more} more in the report` : '';
  return [
    `${style('bold', `Told to others about the answer (${told.length})`)}\n${printTable(rows, '  ')}${rest}`,
  ];
}

/** Why a scenario may look as if the visitor had done nothing. */
const noNotice = (inventory: Inventory): string[] => {
  const some = inventory.scenarios.filter(({ outcome }) => outcome === 'no-notice');
  const names = some.map(({ scenario }) => scenario).join(' and ');
  return [
    ...(names ? [`No notice was found to answer, so there is nothing new under: ${names}.`] : []),
    ...inventory.scenarios.flatMap(({ scenario, why }) =>
      why ? [`Look at the notice yourself (${scenario}): ${clip(plainText(why), 300)}`] : [],
    ),
  ];
};

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
    ...noNotice(inventory),
    ...(inventory.trackers.length === 0 ? ['No trackers were found.'] : trackerSections(inventory, style)),
    ...thirdParties(inventory, style),
    ...toldOthers(inventory, style),
    ...(problems.length > 0
      ? [`${style('bold', `Problems (${inventory.problems.length})`)}\n${problems.join('\n')}`]
      : []),
    `${style('bold', 'Written')}\n${reporters.map(({ file }) => `  ${join(folder, file)}`).join('\n')}`,
  ].join('\n\n');
}
