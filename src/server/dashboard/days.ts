import { CONSENT_ACTIONS, type ConsentAction } from '../../model/consent-record.ts';
import type { DayCount } from '../stores/record-store.ts';

/** Number of days that the dashboard looks back. */
export const DAYS = 14;

/** Records of one day, every action with its number. */
export interface DayRow {
  readonly day: string;
  readonly actions: Readonly<Record<ConsentAction, number>>;
  readonly total: number;
}

/** The first of the last {@link DAYS} days (UTC), such as `2026-11-10`. */
export function firstDay(now: Date): string {
  return new Date(now.getTime() - (DAYS - 1) * 86_400_000).toISOString().slice(0, 10);
}

/** One row for every one of the last days, empty ones included, the oldest first. */
export function dayRows(counts: readonly DayCount[], now: Date): DayRow[] {
  return Array.from({ length: DAYS }, (_, index) => {
    const day = new Date(now.getTime() - (DAYS - 1 - index) * 86_400_000).toISOString().slice(0, 10);
    const count = (action: ConsentAction) =>
      counts.find((entry) => entry.day === day && entry.action === action)?.count ?? 0;
    const actions = Object.fromEntries(CONSENT_ACTIONS.map((action) => [action, count(action)])) as Record<
      ConsentAction,
      number
    >;
    return { day, actions, total: CONSENT_ACTIONS.reduce((sum, action) => sum + actions[action], 0) };
  });
}

/** All days together. */
export function sumActions(rows: readonly DayRow[]): Record<ConsentAction, number> {
  return Object.fromEntries(
    CONSENT_ACTIONS.map((action) => [action, rows.reduce((sum, row) => sum + row.actions[action], 0)]),
  ) as Record<ConsentAction, number>;
}
