/** Services by which a site shows ads that Google sells. */
const SHOWS_GOOGLE_ADS = new Set(['google-adsense']);

/** What a person should know before relying on a service, where no setting can mend it (GCM-009). */
export const publisherAdsNote = (service: string): string | undefined =>
  SHOWS_GOOGLE_ADS.has(service)
    ? 'In the EEA, the United Kingdom and Switzerland Google shows personalised ads here only through a consent platform that it has certified and that speaks the IAB TCF (GCM-009). Avowal is neither: expect limited ads. Analytics and your own ads at Google are not affected.'
    : undefined;
