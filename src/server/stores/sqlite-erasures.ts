import type { DatabaseSync } from 'node:sqlite';
import type { ErasureScope } from './erasure-scope.ts';

const MINUTE_MS = 60_000;

/**
 * Erases records in the only way that the table lets through and notes how many, not whose. The place of each in the log
 * stays, and its hash with it: without content and nonce that says nothing.
 */
export function recordEraser(
  database: DatabaseSync,
): (site: string, scope: ErasureScope, limit: number) => number {
  const begin = database.prepare('INSERT INTO erasing (site, ended_before, consent_id) VALUES (?, ?, ?)');
  const removeEnded = database.prepare(
    `DELETE FROM records WHERE site = ?1 AND id IN
     (SELECT id FROM records WHERE site = ?1 AND received_at < ?2 AND valid_until < ?2 LIMIT ?3)`,
  );
  const removeOfConsent = database.prepare(
    'DELETE FROM records WHERE site = ?1 AND id IN (SELECT id FROM records WHERE site = ?1 AND consent_id = ?2 LIMIT ?3)',
  );
  const end = database.prepare('DELETE FROM erasing WHERE site = ?');
  const note = database.prepare(
    `INSERT INTO erasures (site, at, reason, erased) VALUES (?, ?, ?, ?)
     ON CONFLICT (site, at, reason) DO UPDATE SET erased = erased + excluded.erased`,
  );
  return (site, { endedBefore, consentId }, limit) => {
    begin.run(site, endedBefore?.getTime() ?? null, consentId ?? null);
    const { changes } =
      consentId === undefined
        ? removeEnded.run(site, endedBefore.getTime(), limit)
        : removeOfConsent.run(site, consentId, limit);
    end.run(site);
    const erased = Number(changes);
    if (erased > 0) {
      const now = Date.now();
      note.run(site, now - (now % MINUTE_MS), consentId === undefined ? 'age' : 'consent', erased);
    }
    return erased;
  };
}
