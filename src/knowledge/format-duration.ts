const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365.25 * DAY;

const UNITS = [
  ['year', YEAR],
  ['month', YEAR / 12],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', 1],
] as const;

/** Vendors count a month as 30 or 31 days and a year as 365: within this share they mean the round number. */
const TOLERANCE = 0.02;

/**
 * A lifetime in words, in the largest unit that says it within 2 %: `6 months`, `30 minutes`.
 * `seconds` is the time from writing to expiry; `null` is a session and reads as `sessionText`.
 */
export function formatDuration(
  seconds: number | null,
  locale: string,
  sessionText = 'until the browser is closed',
): string {
  if (seconds === null) return sessionText;
  const fits = UNITS.find(([, size]) => {
    const rounded = Math.round(seconds / size);
    return rounded > 0 && Math.abs(rounded * size - seconds) <= seconds * TOLERANCE;
  });
  const [unit, size] = fits ?? ['second', 1];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.max(0, Math.round(seconds / size)),
  );
}
