import { isCookie, type TrackerKind } from '../../model/tracker.ts';
import { formatDuration } from '../format-duration.ts';
import type { Locale } from '../locale.ts';

/** How long a tracker is kept, in words. Without a time a cookie ends with the browser, and other storage ends otherwise. */
export function describeLifetime(
  { kind, lifetimeSeconds }: { readonly kind: TrackerKind; readonly lifetimeSeconds: number | null },
  { tag, notice, policy }: Locale,
): string {
  if (lifetimeSeconds !== null || isCookie(kind)) return formatDuration(lifetimeSeconds, tag, notice.session);
  if (kind === 'session-storage') return policy.lifetimes.tab;
  return kind === 'pixel' || kind === 'fingerprint' ? policy.lifetimes.read : policy.lifetimes.deleted;
}
