import type { Config, ConfigPurpose } from '../../model/config.ts';
import { hasLocale, LOCALE_TAGS } from '../locale.ts';
import { regimes } from '../regimes/index.ts';
import { services as knownServices } from '../services/index.ts';
import { closestWord } from './closest-word.ts';
import type { ConfigProblem } from './config-problem.ts';
import { coveredPurposes } from './covered-purposes.ts';
import { googleTypes } from './signal-options.ts';

interface HasId {
  readonly id: string;
}

const known = (what: string, id: string, ids: readonly string[]) => {
  const meant = closestWord(id, ids);
  return meant ? `Did you mean "${meant}"?` : `Known ${what}: ${ids.join(', ') || 'none'}.`;
};

function* duplicates(list: readonly HasId[], name: string): Generator<ConfigProblem> {
  const first = new Map<string, number>();
  for (const [i, { id }] of list.entries()) {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, i);
    else
      yield {
        path: `${name}[${i}].id`,
        problem: `is "${id}", as in ${name}[${earlier}].`,
        fix: 'Give each an id of its own.',
      };
  }
}

const KNOWN_SERVICES = knownServices.map(({ id }) => id);

function* serviceProblems({ services }: Config, purposes: ReadonlySet<string>): Generator<ConfigProblem> {
  for (const [i, { id, name, hosts, purpose }] of services.entries()) {
    if (!purposes.has(purpose))
      yield {
        path: `services[${i}].purpose`,
        problem: `names the purpose "${purpose}", which is not declared.`,
        fix: known('purposes', purpose, [...purposes]),
      };
    // A mistyped id would be declared to visitors, and nothing of the service held back.
    if (name === undefined && hosts === undefined && !KNOWN_SERVICES.includes(id)) {
      const meant = closestWord(id, KNOWN_SERVICES);
      yield {
        path: `services[${i}].id`,
        problem: `is "${id}", which is none of the services that Avowal knows, and it has no "name" and no "hosts".`,
        fix: `${meant ? `Did you mean "${meant}"?` : 'See docs/services.md for those that are known.'} A service of your own needs a "name", and "hosts" by which it is held back.`,
      };
    }
  }
}

function* trackerProblems(config: Config, purposes: ReadonlySet<string>): Generator<ConfigProblem> {
  const services = new Set(config.services.map(({ id }) => id));
  for (const [i, tracker] of config.trackers.entries()) {
    const path = `trackers[${i}]`;
    if (tracker.service !== undefined && !services.has(tracker.service))
      yield {
        path: `${path}.service`,
        problem: `names the service "${tracker.service}", which is not declared.`,
        fix: known('services', tracker.service, [...services]),
      };
    if (tracker.purpose !== undefined && !purposes.has(tracker.purpose))
      yield {
        path: `${path}.purpose`,
        problem: `names the purpose "${tracker.purpose}", which is not declared.`,
        fix: known('purposes', tracker.purpose, [...purposes]),
      };
    if (tracker.service === undefined && tracker.purpose === undefined)
      yield {
        path: `${path}.purpose`,
        problem: 'is missing, and there is no service to take it from.',
        fix: 'Add the id of a purpose, or of a service.',
      };
  }
}

function* googleProblems(config: Config, purposes: ReadonlySet<string>): Generator<ConfigProblem> {
  for (const [type, ids] of Object.entries(googleTypes(config.signals?.google || {}))) {
    for (const [i, id] of ids.entries()) {
      if (!purposes.has(id))
        yield {
          path: `signals.google.${type}[${i}]`,
          problem: `names the purpose "${id}", which is not declared.`,
          fix: known('purposes', id, [...purposes]),
        };
    }
  }
}

function* signalProblems(config: Config, purposes: ReadonlySet<string>): Generator<ConfigProblem> {
  const { google: _, amazon, ...vendors } = config.signals ?? {};
  const lists = { ...vendors, 'amazon.purposes': amazon?.purposes };
  for (const [vendor, ids] of Object.entries(lists)) {
    for (const [i, id] of (Array.isArray(ids) ? ids : []).entries()) {
      if (!purposes.has(id))
        yield {
          path: `signals.${vendor}[${i}]`,
          problem: `names the purpose "${id}", which is not declared.`,
          fix: known('purposes', id, [...purposes]),
        };
    }
  }
}

/** Advertising that follows the answer on statistics was never asked for (GCM-007). */
function* adStorageProblems(config: Config): Generator<ConfigProblem> {
  const { google } = config.signals ?? {};
  const ids = google ? google.ad_storage : undefined;
  const waitsFor = config.purposes.filter(({ id }) => ids?.includes(id));
  const isAnalyticsAlone = (purpose: ConfigPurpose) =>
    coveredPurposes(purpose).length > 0 &&
    coveredPurposes(purpose).every((standard) => standard === 'analytics');
  if (waitsFor.length > 0 && waitsFor.every(isAnalyticsAlone))
    yield {
      path: 'signals.google.ad_storage',
      problem: 'waits for analytics alone, and Google takes it as consent to advertising (rule GCM-007).',
      fix: 'Name a purpose that covers marketing.',
    };
}

/** A browser sends a domain's cookie to its subdomains too: two choices would meet there. */
function* domainProblems({ site }: Config): Generator<ConfigProblem> {
  for (const [i, domain] of site.domains.entries()) {
    const outer = site.domains.find((other) => domain.endsWith(`.${other}`));
    if (outer)
      yield {
        path: `site.domains[${i}]`,
        problem: `is "${domain}", which "${outer}" covers already.`,
        fix: 'Leave it out: a domain covers its subdomains.',
      };
  }
}

/** Everything in a configuration of the right shape that points to nothing: purposes, services, locales, regimes. */
export function checkReferences(config: Config): ConfigProblem[] {
  const purposes = new Set(config.purposes.map(({ id }) => id));
  const problems = [...duplicates(config.purposes, 'purposes'), ...duplicates(config.services, 'services')];
  problems.push(
    ...serviceProblems(config, purposes),
    ...domainProblems(config),
    ...trackerProblems(config, purposes),
    ...googleProblems(config, purposes),
    ...signalProblems(config, purposes),
    ...adStorageProblems(config),
  );
  for (const [i, tag] of (config.locales ?? []).entries()) {
    if (!hasLocale(tag))
      problems.push({
        path: `locales[${i}]`,
        problem: `is "${tag}", and the notice is not translated into it.`,
        fix: `Write one of ${LOCALE_TAGS.join(', ')}, or contribute its texts.`,
      });
  }
  const regime = config.regimes?.default;
  if (regime !== undefined && !regimes.some(({ id }) => id === regime))
    problems.push({
      path: 'regimes.default',
      problem: `is "${regime}", which is not known.`,
      fix: `Write one of ${regimes.map(({ id }) => id).join(', ')}.`,
    });
  return problems;
}
