import type { Config, ConfigService, ConfigTracker } from '../../model/config.ts';
import { isOnDomains } from '../../model/is-on-domains.ts';
import { matchesName } from '../../model/name-pattern.ts';
import type { ResolvedConfig, ResolvedService, ResolvedTracker } from '../../model/resolved-config.ts';
import type { Service } from '../../model/service.ts';
import { isCookie, type TrackerDeclaration } from '../../model/tracker.ts';
import { findRegime } from '../find-regime.ts';
import { services } from '../services/index.ts';
import { googleDefaults } from './google-defaults.ts';
import { googleTypes, signalOptions } from './signal-options.ts';
import { vendorSignals } from './vendor-signals.ts';

const known: ReadonlyMap<string, Service> = new Map(services.map((service) => [service.id, service]));

function resolveService(service: ConfigService): ResolvedService {
  const facts = known.get(service.id);
  const name = service.name ?? facts?.name ?? service.id;
  const provider = { name, country: '', privacyUrl: '', ...facts?.provider, ...service.provider };
  return {
    id: service.id,
    name,
    provider,
    purpose: service.purpose,
    hosts: service.hosts ?? facts?.hosts ?? [],
    description: service.description ?? facts?.description ?? '',
    embed: service.embed ?? facts?.embed ?? false,
    ...(service.poster && { poster: service.poster }),
  };
}

function findDeclaration(tracker: ConfigTracker): TrackerDeclaration | undefined {
  return known
    .get(tracker.service ?? '')
    ?.trackers.find(
      ({ name, kind }) =>
        (name === tracker.name || matchesName(name, tracker.name)) &&
        (kind === tracker.kind || (isCookie(kind) && isCookie(tracker.kind))),
    );
}

function resolveTracker(tracker: ConfigTracker, config: Config): ResolvedTracker {
  const facts = findDeclaration(tracker);
  const host = tracker.host ?? (tracker.party === 'first' ? '' : (facts?.host ?? ''));
  const own = config.services.find(({ id }) => id === tracker.service)?.purpose;
  const lifetime = tracker.lifetimeSeconds === undefined ? facts?.lifetimeSeconds : tracker.lifetimeSeconds;
  return {
    name: tracker.name,
    kind: tracker.kind,
    host,
    party: tracker.party ?? (host === '' || isOnDomains(host, config.site.domains) ? 'first' : 'third'),
    service: tracker.service ?? null,
    purpose: tracker.purpose ?? own ?? '',
    lifetimeSeconds: lifetime ?? null,
    description: tracker.description ?? facts?.description ?? '',
  };
}

/** Puts every default in place, and fills gaps with what knowledge says of a service's id. Expects a parsed configuration. */
export function resolveConfig(config: Config): ResolvedConfig {
  const regime = findRegime(config.regimes?.default);
  const google = config.signals?.google;
  return {
    site: config.site,
    purposes: config.purposes,
    services: config.services.map(resolveService),
    trackers: config.trackers.map((tracker) => resolveTracker(tracker, config)),
    layout: config.notice?.layout ?? 'box',
    position: config.notice?.position ?? 'start',
    reopen: config.notice?.reopen ?? 'tab',
    afterWithdrawal: config.notice?.afterWithdrawal ?? 'offer',
    validityMonths: config.notice?.validityMonths ?? regime.validityMonths,
    locales: config.locales ?? ['en', 'de'],
    regime: regime.id,
    google: google === false ? null : { ...googleDefaults(config.purposes), ...googleTypes(google ?? {}) },
    signals: vendorSignals(config),
    signalOptions: signalOptions(config.signals),
    retentionMonths: config.records?.retentionMonths ?? 36,
    theme: config.theme ?? {},
  };
}
