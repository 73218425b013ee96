import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openLog } from '../testing/open-log.ts';
import { openCheckpointGuard } from './checkpoint-guard.ts';
import { renameLog, rotateLogKey } from './log-keys.ts';
import { planConsistency } from './proof-plan.ts';
import { parseNote, signersOf } from './signed-note.ts';
import { isConsistent } from './verify-consistency.ts';

const signersIn = (note: string, keys: Parameters<typeof signersOf>[1]) => {
  const parsed = parseNote(note);
  return parsed ? signersOf(parsed, keys) : [];
};

describe('The record log', () => {
  it('PRF-009: signs a head over all records, and a new one only when records came in', async () => {
    const { store, log, keep, close } = openLog();
    const empty = await log.checkpoint();
    expect(empty.size).toBe(0);
    await keep(3);
    expect(await log.checkpoint()).toEqual(empty);
    const three = await log.sign();
    expect(three).toMatchObject({ size: 3, origin: log.keys().origin });
    expect(signersIn(three.note, log.keys().verifierKeys)).toEqual([log.keys().signer.verifierKey]);
    expect(await log.sign()).toEqual(three);
    expect(await store.lastCheckpoint()).toMatchObject({ size: 3, note: three.note });
    await close();
  });

  it('PRF-010: signs at once for who asks for a head over more records than the last one has', async () => {
    const { log, keep, close } = openLog();
    await log.sign();
    await keep(2);
    expect(await log.checkpoint(2)).toMatchObject({ size: 2 });
    const [first, second] = await Promise.all([log.sign(), log.sign()]);
    expect(first).toBe(second);
    await close();
  });

  it('PRF-009: each head begins with the ones before it', async () => {
    const { log, keep, close } = openLog();
    let last = await log.sign();
    for (const count of [1, 2, 255, 300]) {
      await keep(count);
      const next = await log.sign();
      const proof = (await log.hashes(planConsistency(last.size, next.size))).map((hash) =>
        Buffer.from(hash, 'base64'),
      );
      expect(isConsistent(last, next, proof)).toBe(true);
      last = next;
    }
    await close();
  });

  it('PRF-009: a new key signs from the next head on, and the old one still verifies what it signed', async () => {
    const { dataDir, log, keep, close } = openLog();
    await keep(1);
    const old = await log.sign();
    const [oldKey] = log.keys().verifierKeys;
    const { verifierKeys, origin } = rotateLogKey(dataDir);
    const now = await log.sign();
    expect(now).toMatchObject({ size: 1, root: old.root, origin: old.origin });
    expect(origin).toBe(old.origin);
    expect(verifierKeys).toHaveLength(2);
    expect(signersIn(now.note, verifierKeys)).toEqual([verifierKeys[0]]);
    expect(signersIn(old.note, verifierKeys)).toEqual([verifierKeys[1]]);
    expect(verifierKeys[1]).toEqual(oldKey);
    await close();
  });

  it('PRF-009: two servers at one folder sign one history', async () => {
    const one = openLog();
    const two = openLog(one.dataDir);
    for (let round = 0; round < 8; round++) {
      await Promise.all([one.keep(1), two.keep(2)]);
      const heads = await Promise.all([one.log.sign(), two.log.sign()]);
      const [smaller, larger] = heads.sort((a, b) => a.size - b.size);
      const plan = planConsistency(smaller?.size ?? 0, larger?.size ?? 0);
      const proof = (await one.log.hashes(plan)).map((hash) => Buffer.from(hash, 'base64'));
      expect(smaller && larger && isConsistent(smaller, larger, proof)).toBe(true);
    }
    expect((await one.log.sign()).note).toBe((await two.log.sign()).note);
    await one.close();
    await two.close();
  });

  it('PRF-009: signs nothing when the database was set back to an earlier copy', async () => {
    const first = openLog();
    await first.keep(2);
    await first.store.scrub('everything');
    const copy = join(first.dataDir, 'copy.db');
    copyFileSync(join(first.dataDir, 'avowal.db'), copy);
    await first.keep(3);
    const signed = await first.log.sign();
    await first.close();
    copyFileSync(copy, join(first.dataDir, 'avowal.db'));
    for (const end of ['-wal', '-shm']) rmSync(join(first.dataDir, `avowal.db${end}`), { force: true });

    const second = openLog(first.dataDir);
    await expect(second.log.sign()).rejects.toMatchObject({
      code: 'LOG_CONTRADICTED',
      message: expect.stringContaining('that had 5 records, the log has 2'),
    });
    // Nor when as many other records came in since.
    await second.keep(3);
    await expect(second.log.sign()).rejects.toThrow('the first 5 records are not what was signed');
    await second.keep(3);
    await expect(second.log.checkpoint()).rejects.toMatchObject({ code: 'LOG_CONTRADICTED' });

    // Under another name there is no contradiction: nobody was promised anything by it.
    const { verifierKeys, origin } = renameLog(first.dataDir);
    const guard = openCheckpointGuard(first.dataDir);
    await guard.forget();
    guard.close();
    const renamed = await second.log.sign();
    expect(renamed).toMatchObject({ size: 8, origin });
    expect(origin).not.toBe(signed.origin);
    expect(signersIn(signed.note, verifierKeys)).toEqual([verifierKeys[1]]);
    expect(signersIn(renamed.note, verifierKeys)).toEqual([verifierKeys[0]]);
    await second.close();
  });

  it('PRF-009: signs nothing when a hash of the log was changed', async () => {
    const { dataDir, log, keep, close } = openLog();
    await keep(10);
    await log.sign();
    const database = new DatabaseSync(join(dataDir, 'avowal.db'), { timeout: 5000 });
    database.exec(
      'DROP TRIGGER log_tiles_only_grow; UPDATE log_tiles SET hashes = zeroblob(320) WHERE level = 0',
    );
    database.close();
    await keep(1);
    await expect(log.sign()).rejects.toMatchObject({ code: 'LOG_CONTRADICTED' });
    await close();
  });

  it('signs nothing under another name when its keys were lost', async () => {
    const { dataDir, log, keep, close } = openLog();
    await keep(1);
    await log.sign();
    rmSync(join(dataDir, 'log-keys.json'));
    await expect(log.sign()).rejects.toMatchObject({ code: 'LOG_CONTRADICTED' });
    await close();
  });
});
