import { formatDuration } from '../../knowledge/format-duration.ts';
import type { ActKind, ObservedTracker, Scenario, ScenarioResult } from '../../model/inventory.ts';
import type { StandardPurpose } from '../../model/purpose.ts';
import { isCookie, type TrackerKind } from '../../model/tracker.ts';

/** What a kind is called in a report. */
export const KIND_WORDS: Readonly<Record<TrackerKind, string>> = {
  'http-cookie': 'Cookie from a server',
  'js-cookie': 'Cookie from a script',
  'local-storage': 'Local storage',
  'session-storage': 'Session storage',
  'indexed-db': 'IndexedDB database',
  cache: 'Cache',
  'service-worker': 'Service worker',
  pixel: 'Pixel',
  fingerprint: 'Fingerprint read',
};

/** What a script did, in a report. */
export const ACT_WORDS: Readonly<Record<ActKind, string>> = {
  'decorates-link': 'Identifier put into links',
  'listens-to-field': 'Listens to a field',
  'listens-to-keys': 'Listens to what is typed',
  'reads-field': 'Reads a field',
};

/** What a scenario is called in a report. */
export const SCENARIO_WORDS: Readonly<Record<Scenario, string>> = {
  none: 'No choice',
  reject: 'After reject',
  accept: 'After accept',
  save: 'After saving untouched settings',
  withdraw: 'After withdrawal',
  gpc: 'With Global Privacy Control',
  phone: 'After reject on a telephone',
  close: 'Notice looked at and closed without an answer',
  'only-functional': 'With functions alone',
  'only-analytics': 'With statistics alone',
  'only-marketing': 'With marketing alone',
};

/** How a scenario went, in words. */
const OUTCOME_WORDS: Readonly<Record<ScenarioResult['outcome'], string>> = {
  done: 'Finished',
  'no-notice': 'No notice to answer was found: this says nothing about the site',
  unsure: 'A notice is there, and nothing in it was answered: this says nothing about the site',
  'no-control': 'The control for it was not found: this says nothing about the site',
  interrupted: 'Stopped before the end',
  failed: 'Failed',
};

/** How a scenario went, and what a person should look at. */
export const outcomeText = ({ outcome, why }: ScenarioResult): string =>
  why ? `${OUTCOME_WORDS[outcome]}. ${why}` : OUTCOME_WORDS[outcome];

/** Groups of the report, the most urgent first. */
export const GROUP_WORDS: Readonly<Record<'review' | StandardPurpose, string>> = {
  review: 'Needs review',
  marketing: 'Marketing',
  analytics: 'Analytics',
  functional: 'Functional',
  necessary: 'Necessary',
};

/** `1 page`, `2 pages`. */
export const count = (number: number, one: string, many: string = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

/** How long a tracker lasts, in words; a pixel is sent and not kept. */
export function lifetimeWords({ kind, lifetimeSeconds }: ObservedTracker): string {
  if (kind === 'pixel' || kind === 'fingerprint') return 'not stored';
  if (kind === 'session-storage') return 'until the tab is closed';
  if (!isCookie(kind)) return 'until it is deleted';
  return formatDuration(lifetimeSeconds, 'en', 'until the browser is closed');
}

/** A name that a person can look at: hostile ones are thousands of characters long. */
export const shorten = (text: string, most = 160): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;
