import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SentSubmission } from '../../model/consent-record.ts';
import { openSqliteStore } from '../stores/sqlite-store.ts';
import { fixtureConfig } from '../testing/fixture-config.ts';
import { fixtureSubmission } from '../testing/fixture-submission.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { readCoreConfig } from '../testing/test-server.ts';

const PROGRAM = fileURLToPath(new URL('../testing/serve-child.ts', import.meta.url));

interface Child {
  readonly url: string;
  readonly process: ChildProcess;
}

async function start(configFile: string, dataDir: string): Promise<Child> {
  const child = spawn(process.execPath, [PROGRAM, configFile, dataDir, 'http://localhost'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [url] = await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
  return { url, process: child };
}

async function kill({ process: child }: Child): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

function setUp(): { configFile: string; dataDir: string } {
  const folder = temporaryFolder();
  const configFile = join(folder, 'avowal.config.json');
  writeFileSync(configFile, JSON.stringify(fixtureConfig()));
  return { configFile, dataDir: join(folder, 'data') };
}

/** Makes submissions to what a server serves. */
async function submissions(url: string): Promise<() => SentSubmission> {
  const { configHash, snapshot } = readCoreConfig(await (await fetch(`${url}/c/shop.js`)).text());
  return () => ({ ...fixtureSubmission({ configHash }), snapshot });
}

const post = (url: string, submission: SentSubmission) =>
  fetch(`${url}/api/v1/consents`, {
    method: 'POST',
    body: JSON.stringify(submission),
    headers: { 'content-type': 'application/json', origin: 'https://shop.example' },
  });

describe('A server that is killed', () => {
  it('acknowledged records survive kill -9', async () => {
    const { configFile, dataDir } = setUp();
    const acknowledged = new Set<string>();
    const unanswered: SentSubmission[] = [];
    for (let round = 0; round < 6; round++) {
      const server = await start(configFile, dataDir);
      const submission = await submissions(server.url);
      let dead = false;
      const sendUntilDead = async () => {
        while (!dead) {
          const sent = submission();
          const status = await post(server.url, sent).then(
            (response) => response.status,
            () => 0,
          );
          if (status === 201) acknowledged.add(sent.id);
          else unanswered.push(sent);
        }
      };
      const senders = Array.from({ length: 32 }, sendUntilDead);
      await wait(150 + round * 60);
      await kill(server);
      dead = true;
      await Promise.all(senders);
    }
    expect(acknowledged.size).toBeGreaterThan(100);
    expect(unanswered.length).toBeGreaterThan(0);

    // A browser whose request was cut off sends it again, with the same id.
    const server = await start(configFile, dataDir);
    for (const submission of unanswered) {
      expect([200, 201]).toContain((await post(server.url, submission)).status);
    }
    await kill(server);

    const store = openSqliteStore(join(dataDir, 'avowal.db'));
    const ids = (await store.listRecords('shop', { limit: 1e6 })).map(({ id }) => id);
    const counted = await store.countActions('shop', '2020-01-01');
    await store.close();
    expect([...acknowledged].filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(acknowledged.size + unanswered.length);
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length);
  });

  it('between request and acknowledgement: the retry with the same id makes exactly one record', async () => {
    const { configFile, dataDir } = setUp();
    for (const delay of [0, 2, 5, 10]) {
      const server = await start(configFile, dataDir);
      const submission = (await submissions(server.url))();
      const body = JSON.stringify(submission);
      // A bare socket: the request is on its way for certain when the server dies, and nobody reads the answer.
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(
        `POST /api/v1/consents HTTP/1.1\r\nHost: localhost\r\nOrigin: https://shop.example\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
      await wait(delay);
      await kill(server);
      socket.destroy();

      const again = await start(configFile, dataDir);
      const retry = await post(again.url, submission);
      expect([200, 201]).toContain(retry.status);
      expect((await post(again.url, submission)).status).toBe(200);
      await kill(again);
      const store = openSqliteStore(join(dataDir, 'avowal.db'));
      const kept = await store.listRecords('shop', { consentId: submission.consentId, limit: 9 });
      await store.close();
      expect(kept).toHaveLength(1);
      const { snapshot, ...answered } = submission;
      expect(kept[0]).toMatchObject(answered);
    }
  });
});
