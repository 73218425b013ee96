import { describeLifetime } from '../knowledge/config/describe-lifetime.ts';
import type { Locale } from '../knowledge/locale.ts';
import { localize } from '../model/localized-text.ts';
import {
  purposesOf,
  type ResolvedConfig,
  type ResolvedService,
  type ResolvedTracker,
} from '../model/resolved-config.ts';
import type { Party, TrackerKind } from '../model/tracker.ts';
import { isOwnStorage, ownStorage } from './own-storage.ts';

/** One entry of the declaration. */
export interface PolicyTracker {
  readonly name: string;
  readonly kind: TrackerKind;
  /** Empty for the site's own host. */
  readonly host: string;
  readonly party: Party;
  /** Seconds; null for a session, or where no time is set. */
  readonly lifetimeSeconds: number | null;
  /** The same in words. */
  readonly lifetime: string;
  readonly description: string;
}

/** One service as a purpose lists it, with its trackers of that purpose alone. */
export interface PolicyService {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  /** ISO 3166-1 alpha-2; empty where unknown. */
  readonly country: string;
  readonly privacyUrl: string;
  readonly description: string;
  readonly hosts: readonly string[];
  readonly trackers: readonly PolicyTracker[];
  /** It keeps nothing under any purpose. */
  readonly storesNothing: boolean;
}

/** One purpose, in the configuration's own words. */
export interface PolicyPurpose {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly services: readonly PolicyService[];
  /** Trackers of the site's own code. */
  readonly trackers: readonly PolicyTracker[];
}

/** What a policy declares, in the order of the configuration. */
export interface PolicyFacts {
  readonly purposes: readonly PolicyPurpose[];
}

const toTracker = (tracker: ResolvedTracker, locale: Locale): PolicyTracker => ({
  name: tracker.name,
  kind: tracker.kind,
  host: tracker.host,
  party: tracker.party,
  lifetimeSeconds: tracker.lifetimeSeconds,
  lifetime: describeLifetime(tracker, locale),
  description: localize(tracker.description, locale.tag),
});

function toService(
  service: ResolvedService,
  trackers: readonly ResolvedTracker[],
  purpose: string,
  locale: Locale,
): PolicyService {
  const own = trackers.filter((tracker) => tracker.service === service.id);
  return {
    id: service.id,
    name: service.name,
    provider: service.provider.name,
    country: service.provider.country,
    privacyUrl: service.provider.privacyUrl,
    description: localize(service.description, locale.tag),
    hosts: service.hosts,
    trackers: own
      .filter((tracker) => tracker.purpose === purpose)
      .map((tracker) => toTracker(tracker, locale)),
    storesNothing: own.length === 0,
  };
}

/** Sorts everything that a configuration declares under its purpose, and adds what Avowal itself keeps (POL-005). */
export function collectFacts(config: ResolvedConfig, locale: Locale): PolicyFacts {
  const trackers = config.trackers.filter((tracker) => !isOwnStorage(tracker));
  const known = new Set(config.services.map(({ id }) => id));
  const purposes = config.purposes.map(
    ({ id, name, description, required }): PolicyPurpose => ({
      id,
      name: localize(name, locale.tag),
      description: localize(description, locale.tag),
      required: required === true,
      services: config.services
        .filter((service) => purposesOf(service, config).includes(id))
        .map((service) => toService(service, trackers, id, locale)),
      trackers: trackers
        .filter((tracker) => tracker.purpose === id && !known.has(tracker.service ?? ''))
        .map((tracker) => toTracker(tracker, locale)),
    }),
  );
  return { purposes: withOwnStorage(purposes, config, locale) };
}

/** Puts Avowal's own entries under the first required purpose, or under one of their own where the site has none. */
function withOwnStorage(
  purposes: readonly PolicyPurpose[],
  config: ResolvedConfig,
  locale: Locale,
): readonly PolicyPurpose[] {
  const own = ownStorage(config, locale);
  const home = purposes.findIndex(({ required }) => required);
  if (home < 0) {
    const { choiceCategory: name, choiceCategoryBody: description } = locale.policy.declaration;
    return [{ id: 'avowal', name, description, required: true, services: [], trackers: own }, ...purposes];
  }
  return purposes.map((purpose, index) =>
    index === home ? { ...purpose, trackers: [...purpose.trackers, ...own] } : purpose,
  );
}
