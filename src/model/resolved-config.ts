import type { Config, ConfigNotice, ConfigPurpose, ConfigSite } from './config.ts';
import type { LocalizedText } from './localized-text.ts';
import type { SignalOptions } from './runtime-config.ts';
import type { Party, TrackerKind } from './tracker.ts';

/** A configured service with every gap filled from knowledge. */
export interface ResolvedService {
  readonly id: string;
  readonly name: string;
  readonly provider: { readonly name: string; readonly country: string; readonly privacyUrl: string };
  readonly purpose: string;
  readonly hosts: readonly string[];
  readonly description: LocalizedText;
  readonly embed: boolean;
  /** Path of a picture on the site's own host; absent = none. */
  readonly poster?: string;
}

/** A declared tracker with its purpose worked out. */
export interface ResolvedTracker {
  readonly name: string;
  readonly kind: TrackerKind;
  /** Empty for the site's own host. */
  readonly host: string;
  readonly party: Party;
  readonly service: string | null;
  readonly purpose: string;
  /** Seconds; null for a session or no expiry. */
  readonly lifetimeSeconds: number | null;
  readonly description: LocalizedText;
}

/** A configuration with all defaults in place: what server, policy, rewriting and runtime work from. */
export interface ResolvedConfig {
  readonly site: ConfigSite;
  readonly purposes: readonly ConfigPurpose[];
  readonly services: readonly ResolvedService[];
  readonly trackers: readonly ResolvedTracker[];
  readonly layout: NonNullable<ConfigNotice['layout']>;
  readonly position: NonNullable<ConfigNotice['position']>;
  readonly reopen: 'tab' | 'none';
  readonly afterWithdrawal: 'offer' | 'reload';
  readonly validityMonths: number;
  readonly locales: readonly string[];
  readonly regime: string;
  /** Google consent type → purpose ids; `null` = no signal. */
  readonly google: Readonly<Record<string, readonly string[]>> | null;
  /** Vendor → its name for a kind of consent → purpose ids; Google stands above. */
  readonly signals?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly signalOptions?: SignalOptions;
  readonly retentionMonths: number;
  readonly theme: NonNullable<Config['theme']>;
}

/** Every purpose that must be granted before a service may run: its own, and those of its trackers. */
export function purposesOf(service: ResolvedService, config: ResolvedConfig): string[] {
  const own = config.trackers
    .filter((tracker) => tracker.service === service.id)
    .map((tracker) => tracker.purpose);
  return [...new Set([service.purpose, ...own])];
}
