import { localize } from '../../model/localized-text.ts';
import type { NoticeConfig, NoticePurpose, NoticeService, NoticeTracker } from '../../model/notice.ts';
import type { ResolvedConfig, ResolvedService, ResolvedTracker } from '../../model/resolved-config.ts';
import { purposesOf } from '../../model/resolved-config.ts';
import { countText } from '../fill-text.ts';
import { findLocale, type Locale } from '../locale.ts';
import { describeLifetime } from './describe-lifetime.ts';

/** CSS custom property for each colour of the theme. */
const PROPERTIES = {
  accent: '--avowal-accent',
  onAccent: '--avowal-on-accent',
  paper: '--avowal-paper',
  ink: '--avowal-ink',
} as const;

const themeOf = (theme: ResolvedConfig['theme']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(PROPERTIES).flatMap(([colour, property]) => {
      const value = theme[colour as keyof typeof PROPERTIES];
      return value === undefined ? [] : [[property, value]];
    }),
  );

const toTracker = (tracker: ResolvedTracker, locale: Locale): NoticeTracker => ({
  name: tracker.name,
  kind: tracker.kind,
  party: tracker.party,
  lifetime: describeLifetime(tracker, locale),
  description: localize(tracker.description, locale.tag),
});

/** Names the country in the reader's language; empty where it is unknown. */
const countryName = (code: string, tag: string) =>
  code ? (new Intl.DisplayNames([tag], { type: 'region' }).of(code) ?? code) : '';

const toService = (
  service: ResolvedService,
  trackers: readonly ResolvedTracker[],
  locale: Locale,
): NoticeService => ({
  id: service.id,
  name: service.name,
  provider: service.provider.name,
  country: countryName(service.provider.country, locale.tag),
  privacyUrl: service.provider.privacyUrl,
  description: localize(service.description, locale.tag),
  trackers: trackers.map((tracker) => toTracker(tracker, locale)),
});

/** What the site stores by its own code, shown like a service; its id is empty, since no answer of its own belongs to it. */
const ownCode = (config: ResolvedConfig): ResolvedService => ({
  id: '',
  name: config.site.name,
  provider: { name: config.site.controller.name, country: '', privacyUrl: config.site.privacyPolicyUrl },
  purpose: '',
  hosts: [],
  description: '',
  embed: false,
});

function toPurpose(
  purpose: ResolvedConfig['purposes'][number],
  config: ResolvedConfig,
  locale: Locale,
): NoticePurpose {
  const trackers = config.trackers.filter((tracker) => tracker.purpose === purpose.id);
  const ofService = (id: string | null) => trackers.filter((tracker) => tracker.service === id);
  const own = ofService(null);
  const services = [
    ...(own.length > 0 ? [toService(ownCode(config), own, locale)] : []),
    ...config.services
      .filter((service) => purposesOf(service, config).includes(purpose.id))
      .map((service) => toService(service, ofService(service.id), locale)),
  ];
  return {
    id: purpose.id,
    name: localize(purpose.name, locale.tag),
    description: localize(purpose.description, locale.tag),
    required: purpose.required === true,
    servicesCount: countText(locale.notice.servicesCount, services.length, locale.tag),
    services,
  };
}

/** Everything that notice and preferences show in one locale; texts keep their `{…}` for the UI to fill in. */
export function compileNotice(
  config: ResolvedConfig,
  locale: string,
  facts: { readonly policyUrl: string },
): NoticeConfig {
  const found = findLocale(locale);
  const { servicesCount: _, ...texts } = found.notice;
  return {
    locale,
    dir: found.dir,
    texts,
    controller: config.site.controller.name,
    policyUrl: facts.policyUrl,
    privacyPolicyUrl: config.site.privacyPolicyUrl,
    layout: config.layout,
    theme: themeOf(config.theme),
    purposes: config.purposes.map((purpose) => toPurpose(purpose, config, found)),
  };
}
