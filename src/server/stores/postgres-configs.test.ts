import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type PostgresNode, postgresMissing, startPostgres } from '../testing/postgres-cluster.ts';
import { openPostgresDatabase } from './postgres-database.ts';
import { openPostgresStore } from './postgres-store.ts';

const skipped = postgresMissing ? ` (skipped: ${postgresMissing})` : '';
/** Longer than a busy machine takes. */
const SOON = { timeout: 30_000 };

describe.skipIf(postgresMissing)(
  `Configurations that servers at a PostgreSQL database share${skipped}`,
  () => {
    let node: PostgresNode;
    beforeAll(async () => {
      node = await startPostgres();
    });
    afterAll(() => node?.remove());

    function open() {
      const store = openPostgresStore(node.url);
      onTestFinished(() => store.close());
      return store.configs;
    }
    const change = (site: string, configHash: string) => ({ id: crypto.randomUUID(), site, configHash });

    it('the last one of each site counts, also where the clock of the database went back', async () => {
      const configs = open();
      expect(await configs.current(['shop'])).toEqual(new Map());
      for (const hash of ['a', 'b', 'a', 'c']) await configs.publish(change('shop', hash));
      await configs.publish(change('blog', 'd'));
      const both = new Map([
        ['shop', 'c'],
        ['blog', 'd'],
      ]);
      expect(await configs.current(['shop', 'blog', 'other'])).toEqual(both);
      node.run("UPDATE configurations SET published_at = now() + interval '1 day' WHERE config_hash = 'c'");
      await configs.publish(change('shop', 'e'));
      expect((await configs.current(['shop'])).get('shop')).toBe('e');
      expect(await configs.wasPublished('shop', 'b')).toBe(true);
      expect(await configs.wasPublished('blog', 'b')).toBe(false);
    });

    it('a change that is sent twice counts once: it does not undo what came between', async () => {
      const configs = open();
      const first = change('twice', 'a');
      await configs.publish(first);
      await configs.publish(change('twice', 'b'));
      await configs.publish(first);
      expect((await configs.current(['twice'])).get('twice')).toBe('b');
    });

    it('who watches is told, also over a connection that broke and was made anew', async () => {
      const admin = openPostgresDatabase(node.url);
      onTestFinished(() => admin.close());
      const listeners = async () =>
        (await admin.query("SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN %'")).map(
          ({ pid }) => pid,
        );
      let calls = 0;
      const stop = open().watch(() => {
        calls += 1;
      });
      onTestFinished(stop);
      await expect.poll(async () => (await listeners()).length, SOON).toBe(1);
      await expect.poll(() => calls, SOON).toBeGreaterThan(0);
      const [pid] = await listeners();
      await admin.query('SELECT pg_terminate_backend($1)', [pid]);
      await expect.poll(async () => (await listeners()).filter((one) => one !== pid).length, SOON).toBe(1);

      const before = calls;
      await open().publish(change('watched', 'a'));
      await expect.poll(() => calls, SOON).toBeGreaterThan(before);
      stop();
      await expect.poll(listeners, SOON).toEqual([]);
    });
  },
);
