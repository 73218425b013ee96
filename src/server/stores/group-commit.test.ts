import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createGroupCommit } from './group-commit.ts';

const open = () => {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE numbers (n INTEGER)');
  const count = () => Number(database.prepare('SELECT count(*) AS n FROM numbers').get()?.n);
  const insert = (n: number) => () => {
    database.prepare('INSERT INTO numbers VALUES (?)').run(n);
    return n;
  };
  return { database, count, insert };
};

describe('Group commit', () => {
  it('shares one transaction among the changes of one turn', async () => {
    const { database, insert } = open();
    const begun: string[] = [];
    const exec = database.exec.bind(database);
    database.exec = (sql) => {
      begun.push(sql);
      exec(sql);
    };
    const write = createGroupCommit(database);
    expect(await Promise.all([1, 2, 3].map((n) => write(insert(n))))).toEqual([1, 2, 3]);
    expect(begun).toEqual(['BEGIN IMMEDIATE', 'COMMIT']);
  });

  it('answers the first of many changes before it begins with the rest', async () => {
    const { database, count, insert } = open();
    const write = createGroupCommit(database, { maxRecords: 2 });
    const counts = await Promise.all([1, 2, 3, 4, 5].map((n) => write(insert(n)).then(count)));
    expect(counts).toEqual([2, 2, 4, 4, 5]);
    // A change is never torn apart.
    const more = await Promise.all(
      [write(insert(6)), write(insert(7), 3), write(insert(8))].map((one) => one.then(count)),
    );
    expect(more).toEqual([7, 7, 8]);
  });

  it('settles only after the commit', async () => {
    const { database, insert } = open();
    const write = createGroupCommit(database);
    let inTransaction: boolean | undefined;
    await write(insert(1)).then(() => {
      inTransaction = database.isTransaction;
    });
    expect(inTransaction).toBe(false);
  });

  it('stores nothing of a transaction in which one change fails', async () => {
    const { database, count, insert } = open();
    const write = createGroupCommit(database);
    const results = await Promise.allSettled([
      write(insert(1)),
      write(() => {
        throw new Error('broken');
      }),
      write(insert(2)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(count()).toBe(0);
    expect(await write(insert(3))).toBe(3);
    expect(count()).toBe(1);
  });

  it('ends each transaction with what belongs to all its changes, and says when they were undone', async () => {
    const { database, count, insert } = open();
    const events: string[] = [];
    let isFull = false;
    const write = createGroupCommit(database, {
      beforeCommit: () => {
        events.push(`commit of ${count()}`);
        if (isFull) throw new Error('disk full');
      },
      afterRollback: () => events.push(`rollback to ${count()}`),
    });
    await Promise.all([write(insert(1)), write(insert(2))]);
    isFull = true;
    await expect(write(insert(3))).rejects.toThrow('disk full');
    expect(events).toEqual(['commit of 2', 'commit of 3', 'rollback to 2']);
  });
});
