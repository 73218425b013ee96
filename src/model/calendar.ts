/**
 * The same day of the month `months` later (UTC), or the last day of a shorter month.
 * Law counts calendar months: six of them are 181 to 184 days (LAW-STO-002).
 */
export function addMonths(time: Date, months: number): Date {
  const later = new Date(time);
  later.setUTCMonth(later.getUTCMonth() + months);
  if (later.getUTCDate() !== time.getUTCDate()) later.setUTCDate(0);
  return later;
}
