const WHEN = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
});
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en-GB');

/** `23 Nov 2026, 17:05:29 UTC`. Takes ISO 8601; gives other text back as it is. */
export const formatTime = (iso: string): string =>
  Number.isNaN(Date.parse(iso)) ? iso : `${WHEN.format(new Date(iso))} UTC`;

/** `23 Nov`. Takes `2026-11-23`. */
export const formatDay = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`));

/** `12,345`. */
export const formatCount = (count: number): string => NUMBER.format(count);

/** `63 %`, or a dash where there is nothing to divide by. */
export const formatShare = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`;
