import { readText } from '../../model/localized-text.ts';
import {
  DETAIL_TEXTS,
  type NoticeDetails,
  type NoticeService,
  type NoticeTracker,
} from '../../model/notice.ts';
import type { ResolvedConfig, ResolvedService, ResolvedTracker } from '../../model/resolved-config.ts';
import { purposesOf } from '../../model/resolved-config.ts';
import { fillText } from '../fill-text.ts';
import { findRegime } from '../find-regime.ts';
import type { Locale } from '../locale.ts';
import { regionName } from '../region-name.ts';
import { describeLifetime } from './describe-lifetime.ts';
import { pickTexts } from './pick-texts.ts';
import { regimeName } from './regime-name.ts';

const toTracker = (tracker: ResolvedTracker, locale: Locale): NoticeTracker => ({
  name: tracker.name,
  lifetime: describeLifetime(tracker, locale),
  where: tracker.host && fillText(locale.notice.storedOn, { domain: tracker.host }),
  description: readText(tracker.description, locale.tag),
});

/** What the site stores by its own code, shown like a service; its id is empty, since no answer of its own belongs to it. */
const ownCode = ({ site }: ResolvedConfig): ResolvedService => ({
  id: '',
  name: site.name,
  provider: { name: site.controller.name, country: '', privacyUrl: site.privacyPolicyUrl },
  purpose: '',
  hosts: [],
  description: '',
  embed: false,
});

function servicesOf(purpose: string, config: ResolvedConfig, locale: Locale): NoticeService[] {
  const trackers = config.trackers.filter((tracker) => tracker.purpose === purpose);
  const ofService = (id: string | null) => trackers.filter((tracker) => tracker.service === id);
  const toService = (service: ResolvedService, stored: readonly ResolvedTracker[]): NoticeService => ({
    id: service.id,
    name: service.name,
    provider: service.provider.name,
    country: service.provider.country && regionName(service.provider.country, locale.tag),
    privacyUrl: service.provider.privacyUrl,
    description: readText(service.description, locale.tag),
    access:
      locale.notice[
        service.provider.name === config.site.controller.name &&
        stored.every(({ party }) => party === 'first')
          ? 'accessFirst'
          : 'accessThird'
      ],
    ...(service.poster && { poster: service.poster }),
    trackers: stored.map((tracker) => toTracker(tracker, locale)),
  });
  const own = ofService(null);
  return [
    ...(own.length > 0 ? [toService(ownCode(config), own)] : []),
    ...config.services
      .filter((service) => purposesOf(service, config).includes(purpose))
      .map((service) => toService(service, ofService(service.id))),
  ];
}

/** The regime in the reader's words, and the first of the rules that it follows. */
function reasonsOf(config: ResolvedConfig, locale: Locale): string[] {
  const regime = findRegime(config.regime);
  const { whyOptIn, whyOptOut, whySource } = locale.notice;
  const why = regime.mode === 'opt-in' ? whyOptIn : whyOptOut;
  // A source begins with the id of our rule, which says nothing to a visitor.
  const source = regime.sources[0]?.replace(/^[A-Z0-9-]+: /, '') ?? '';
  return [
    fillText(why, { regime: regimeName(regime, locale.tag) }),
    ...(source ? [fillText(whySource, { source })] : []),
  ];
}

/** What preferences and placeholders tell of services, in one locale. */
export const compileDetails = (config: ResolvedConfig, locale: Locale): NoticeDetails => ({
  texts: {
    ...pickTexts(locale.notice, DETAIL_TEXTS),
    ...(findRegime(config.regime).gpc === 'deny' && pickTexts(locale.notice, ['gpcOptedOut'])),
  },
  services: Object.fromEntries(config.purposes.map(({ id }) => [id, servicesOf(id, config, locale)])),
  reasons: reasonsOf(config, locale),
  reloads: config.afterWithdrawal === 'reload',
});
