import type { DatabaseSync } from 'node:sqlite';
import type { ConsentAction } from '../../model/consent-record.ts';
import { countsOf } from './daily-counts.ts';
import type { DayCount, PurposeCount } from './record-store.ts';

/** Collects the counts of one transaction: many records of a day change the same few rows, each of which is written once. */
export interface DailyCounter {
  /** Takes a record's {@link tallyOf | tally}. */
  add(tally: string): void;
  /** Writes what was added: at the end of a transaction. */
  flush(): void;
  /** Drops what was added: after a rollback. */
  forget(): void;
}

/** Rolls records up by day, so that statistics never read the records themselves. */
export function dailyCounter(database: DatabaseSync): DailyCounter {
  const put = database.prepare(
    `INSERT INTO daily_counts (site, day, kind, name, count) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (site, day, kind, name) DO UPDATE SET count = count + excluded.count`,
  );
  let tallies: string[] = [];
  const forget = () => {
    tallies = [];
  };
  return {
    add: (tally) => void tallies.push(tally),
    flush: () => {
      for (const { site, day, kind, name, count } of countsOf(tallies)) put.run(site, day, kind, name, count);
      forget();
    },
    forget,
  };
}

/** Counts records by day and action. */
export function actionCounter(
  database: DatabaseSync,
): (site: string, sinceDay: string) => readonly DayCount[] {
  const select = database.prepare(
    "SELECT day, name, count FROM daily_counts WHERE site = ? AND day >= ? AND kind = 'action' ORDER BY day, name",
  );
  return (site, sinceDay) =>
    select.all(site, sinceDay).map(({ day, name, count }) => ({
      day: String(day),
      action: String(name) as ConsentAction,
      count: Number(count),
    }));
}

/** Counts answers by purpose. */
export function purposeCounter(
  database: DatabaseSync,
): (site: string, sinceDay: string) => readonly PurposeCount[] {
  const select = database.prepare(
    `SELECT name, sum(iif(kind = 'granted', count, 0)) AS granted, sum(iif(kind = 'denied', count, 0)) AS denied
     FROM daily_counts WHERE site = ? AND day >= ? AND kind <> 'action' GROUP BY name ORDER BY name`,
  );
  return (site, sinceDay) =>
    select.all(site, sinceDay).map(({ name, granted, denied }) => ({
      purpose: String(name),
      granted: Number(granted),
      denied: Number(denied),
    }));
}
