import type { Config, ConfigService, ConfigTracker } from '../../model/config.ts';
import type { Inventory, ObservedTracker } from '../../model/inventory.ts';
import type { StandardPurpose } from '../../model/purpose.ts';
import { formatDuration } from '../format-duration.ts';
import { identifyTracker } from '../identify.ts';
import { services as knownServices } from '../services/index.ts';
import { choosePurpose } from './choose-purpose.ts';
import type { ConfigChange } from './config-change.ts';
import { describeEvidence } from './describe-evidence.ts';
import { lifetimeDiffers } from './lifetime-differs.ts';
import { findTracker } from './match-tracker.ts';
import type { MergedServices } from './merge-services.ts';

const LONGEST_NAME = 4096;

/** A name longer than a configuration takes is declared by its beginning. */
const nameOf = (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}*` : name);

const standardOf = (service: ConfigService | undefined): StandardPurpose | undefined =>
  knownServices.find(({ id }) => id === service?.id)?.purpose;

/** The purpose to write down, `undefined` where the service's own is right. */
function ownPurpose(
  config: Config,
  seen: ObservedTracker,
  service: ConfigService | undefined,
): string | undefined {
  const isRequired = (id: string) => config.purposes.some((purpose) => purpose.id === id && purpose.required);
  // What nobody is sure of never becomes necessary (LAW-BLOCK-005).
  const standard = seen.classification.needsReview && seen.purpose === 'necessary' ? null : seen.purpose;
  if (service && standard === null && !isRequired(service.purpose)) return undefined;
  if (service && standard !== null && standard === standardOf(service)) return undefined;
  const { id } = choosePurpose(config, standard);
  return id === service?.purpose ? undefined : id;
}

/** What was measured, and what knowledge says of it: everything but name, kind, purpose and service. */
function factsOf(seen: ObservedTracker): Partial<ConfigTracker> {
  const description = identifyTracker(seen)?.declaration.description;
  return {
    ...(seen.party === 'third' && { host: seen.host }),
    party: seen.party,
    lifetimeSeconds: seen.lifetimeSeconds === null ? null : Math.max(0, Math.round(seen.lifetimeSeconds)),
    ...(description !== undefined && {
      description: typeof description === 'string' ? description : { ...description },
    }),
  };
}

function newTracker(
  config: Config,
  seen: ObservedTracker,
  service: ConfigService | undefined,
): ConfigTracker {
  const purpose = ownPurpose(config, seen, service);
  const question = service
    ? `It stands with ${service.name ?? service.id}, and nothing known explains it: say what it is for.`
    : 'Nothing known explains it: say what it is for, and choose its purpose.';
  return {
    name: nameOf(seen.name),
    kind: seen.kind,
    ...(service && { service: service.id }),
    ...(purpose !== undefined && { purpose }),
    ...factsOf(seen),
    ...(seen.classification.needsReview && { review: `${question} ${describeEvidence(seen)}`.trim() }),
  };
}

function gapsOf(
  entry: ConfigTracker,
  seen: ObservedTracker,
  service: string | undefined,
): Partial<ConfigTracker> {
  const all = { ...(service && { service }), ...factsOf(seen) };
  return Object.fromEntries(Object.entries(all).filter(([key]) => !(key in entry)));
}

const inWords = (seconds: number | null) => formatDuration(seconds, 'en', 'a session');

function* differences(entry: ConfigTracker, seen: ObservedTracker, path: string): Generator<ConfigChange> {
  const differs = (key: string, declared: string, measured: string): ConfigChange => ({
    kind: 'differs',
    path: `${path}.${key}`,
    text: `${entry.name}: declared ${declared}, measured ${measured}`,
  });
  const { lifetimeSeconds: declared } = entry;
  const measured = seen.lifetimeSeconds;
  if (declared !== undefined && lifetimeDiffers(declared, seen))
    yield differs('lifetimeSeconds', inWords(declared), inWords(measured));
  if (entry.kind !== seen.kind) yield differs('kind', entry.kind, seen.kind);
  if (entry.party !== undefined && entry.party !== seen.party)
    yield differs('party', entry.party, seen.party);
}

/** Adds trackers that are new, fills what a person left open, and reports what is declared otherwise than measured. */
export function mergeTrackers(
  config: Config,
  inventory: Inventory,
  { services, ids }: MergedServices,
): { readonly trackers: ConfigTracker[]; readonly changes: readonly ConfigChange[] } {
  const trackers = [...config.trackers];
  const changes: ConfigChange[] = [];
  for (const seen of inventory.trackers) {
    if (seen.name === '') {
      const text = `a ${seen.kind} without a name on ${seen.host}: it cannot be declared by its name`;
      changes.push({ kind: 'left-out', path: 'trackers', text });
      continue;
    }
    const service = services.find(({ id }) => id === ids.get(seen.service ?? ''));
    const at = findTracker(trackers, seen, service?.id);
    const entry = trackers[at];
    if (!entry) {
      const added = newTracker(config, seen, service);
      const purpose = added.purpose ?? service?.purpose;
      const text = `${added.kind} ${added.name}, ${service?.name ?? 'no known service'}, purpose ${purpose}`;
      changes.push({ kind: 'added', path: `trackers[${trackers.length}]`, text });
      trackers.push(added);
      continue;
    }
    const gaps = gapsOf(entry, seen, service?.id);
    const keys = Object.keys(gaps);
    if (keys.length > 0) {
      trackers[at] = { ...entry, ...gaps };
      changes.push({ kind: 'filled', path: `trackers[${at}]`, text: `${keys.join(', ')} of ${entry.name}` });
    }
    changes.push(...differences(entry, seen, `trackers[${at}]`));
  }
  return { trackers, changes };
}
