import type { Config, ConfigSignals } from '../../model/config.ts';
import type { StandardPurpose } from '../../model/purpose.ts';
import { purposesCovering } from './covered-purposes.ts';

type Vendor = Exclude<keyof ConfigSignals, 'google'>;

/** Each vendor's names for the kinds of consent that it knows, and the standard purpose behind each; `null` waits for nothing. */
const VENDORS: Readonly<Record<Vendor, Readonly<Record<string, StandardPurpose | null>>>> = {
  hubspot: { analytics: 'analytics', advertisement: 'marketing', functionality: 'functional' },
  matomo: { consent: 'analytics' },
  meta: { consent: 'marketing' },
  'microsoft-clarity': { ad_Storage: 'marketing', analytics_Storage: 'analytics' },
  'microsoft-uet': { ad_storage: 'marketing' },
  pinterest: { consent: 'marketing' },
  shopify: {
    analytics: 'analytics',
    marketing: 'marketing',
    preferences: 'functional',
    sale_of_data: 'marketing',
  },
  tiktok: { consent: 'marketing' },
  wordpress: {
    functional: null,
    preferences: 'functional',
    statistics: 'analytics',
    'statistics-anonymous': 'analytics',
    marketing: 'marketing',
  },
};

/** Vendor → its kinds of consent → purposes that must be granted, for the vendors that a site has switched on. */
export function vendorSignals({ signals = {}, purposes }: Config): Record<string, Record<string, string[]>> {
  const entries = Object.entries(VENDORS).flatMap(([vendor, types]) => {
    const wanted = signals[vendor as Vendor];
    if (!wanted) return [];
    const waitsFor = (standard: StandardPurpose | null) => {
      if (standard === null) return [];
      return wanted === true ? purposesCovering(purposes, standard) : wanted;
    };
    return [
      [
        vendor,
        Object.fromEntries(Object.entries(types).map(([type, standard]) => [type, waitsFor(standard)])),
      ] as const,
    ];
  });
  return Object.fromEntries(entries);
}
