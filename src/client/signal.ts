import { note } from './debug/debug-log.ts';
import { siteConfig as config } from './site-config.ts';

declare const AVOWAL_SIGNALS: Signal[];

/** Whether every purpose of a list is granted. */
export type IsGranted = (purposes: readonly string[]) => boolean;

/**
 * Tells one vendor what the visitor said: one file each in `signals/`, built as a bundle of its own that the server puts
 * before the core where it is configured.
 */
export interface Signal {
  /** Before any tag runs, on every page: what holds without an answer. */
  readonly start: (isGranted: IsGranted) => void;
  /** After a choice, and on every page where one is stored. */
  readonly update: (isGranted: IsGranted) => void;
}

/** The signals of this site; the array stands in the same script before them. */
export const signals: Signal[] = AVOWAL_SIGNALS;

/** Does something with what belongs to the page: where that throws, page and other vendors go on. */
export function attempt(run: () => void): void {
  try {
    run();
  } catch (error) {
    console.error(error);
  }
}

/** Makes a signal known to the core. */
export const addSignal = ({ start, update }: Signal): void =>
  void signals.push({
    start: (isGranted) => attempt(() => start(isGranted)),
    update: (isGranted) => attempt(() => update(isGranted)),
  });

/** Puts one entry into a vendor's queue, which begins here where the page has none yet. */
export function enqueue(vendor: string, queue: string, ...entries: unknown[]): void {
  const page = window as unknown as Record<string, unknown[]>;
  page[queue] ??= [];
  page[queue].push(...entries);
  note('signal', [vendor, ...entries]);
}

type Kinds = Readonly<Record<string, readonly string[]>>;

/** A signal's code stands in the script only where its vendor stands in the configuration. */
const kindsOf = (vendor: string) => (config.signals as Readonly<Record<string, Kinds>>)[vendor] as Kinds;

/** The vendor's name for a kind of consent → whether it is granted. */
export const answersFor = (vendor: string, isGranted: IsGranted): Record<string, boolean> =>
  Object.fromEntries(Object.entries(kindsOf(vendor)).map(([type, purposes]) => [type, isGranted(purposes)]));

/** `granted` and `denied` for the vendors that use these words. */
export const statesFor = (vendor: string, isGranted: IsGranted): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answersFor(vendor, isGranted)).map(([type, yes]) => [type, yes ? 'granted' : 'denied']),
  );

/** The answer for a vendor that knows a single kind of consent. */
export const answerFor = (vendor: string, isGranted: IsGranted): boolean =>
  Object.values(kindsOf(vendor)).every(isGranted);
