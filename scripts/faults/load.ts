import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ORIGIN, SITE } from './config.ts';

/** Browsers that answer, one answer after the other, and send again what nobody acknowledged. */
export interface Load {
  /** Ids that a server acknowledged. */
  readonly acknowledged: ReadonlySet<string>;
  /** Signed heads of the log that servers showed meanwhile. */
  readonly checkpoints: readonly string[];
  /** Answers that no server may give. */
  readonly problems: readonly string[];
  /** Requests that were not acknowledged: cut off, or told to come again. */
  readonly failed: number;
  /** Says which servers there are now; none while they are down. */
  use(...urls: readonly string[]): Promise<void>;
  /** Stops new answers and sends those that nobody acknowledged until somebody does. */
  settle(): Promise<void>;
}

const SENDERS = 32;
const SETTLE_MS = 60_000;
/** A browser gives up as well. */
const REQUEST_MS = 20_000;
const CHECKPOINT_MS = 500;

/** What the script of a page says about itself. */
interface Script {
  readonly configHash: string;
  readonly snapshot?: string;
}

async function readScript(url: string): Promise<Script> {
  const text = await (await fetch(`${url}/c/${SITE}.js`)).text();
  const find = (name: string) => new RegExp(`"${name}":"([^"]+)"`).exec(text)?.[1];
  const [configHash, snapshot] = [find('configHash'), find('snapshot')];
  if (!configHash) throw new Error(`${url} serves no script`);
  return { configHash, ...(snapshot && { snapshot }) };
}

const makeAnswer = (script: Script) => ({
  id: randomUUID(),
  site: SITE,
  consentId: randomUUID(),
  action: 'reject',
  layer: 'notice',
  regime: 'eu',
  locale: 'en',
  gpc: false,
  clientTime: new Date().toISOString(),
  supersedes: null,
  purposes: { statistics: 'denied', commercial: 'denied' },
  services: {},
  ...script,
});
type Answer = ReturnType<typeof makeAnswer>;

/** One of 10,000: each may send over a hundred, and a server that has seen 100,000 lets no more in. */
const anyAddress = () => Array.from({ length: 4 }, () => randomInt(1, 11)).join('.');

/** Starts a load; it sends nothing before it is told where to. */
export function startLoad(): Load {
  const acknowledged = new Set<string>();
  const checkpoints = new Set<string>();
  const problems = new Set<string>();
  let unanswered: Answer[] = [];
  let urls: readonly string[] = [];
  let script: Script | undefined;
  let failed = 0;
  let underWay = 0;
  let isSettling = false;
  let isOver = false;

  async function send(answer: Answer, url: string): Promise<void> {
    const status = await fetch(`${url}/api/v1/consents`, {
      method: 'POST',
      body: JSON.stringify(answer),
      headers: { 'content-type': 'application/json', origin: ORIGIN, 'x-forwarded-for': anyAddress() },
      signal: AbortSignal.timeout(REQUEST_MS),
    }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
    if (status === 200 || status === 201) {
      acknowledged.add(answer.id);
      return;
    }
    failed += 1;
    unanswered.push(answer);
    if (status !== 0 && status !== 503) problems.add(`a server answered ${status}`);
    await wait(50);
  }

  async function converse(): Promise<void> {
    while (!isOver) {
      const url = urls[randomInt(0, Math.max(urls.length, 1))];
      const again =
        unanswered.length > 0 && (isSettling || Math.random() < 0.5) ? unanswered.shift() : undefined;
      const answer = again ?? (script && !isSettling ? makeAnswer(script) : undefined);
      if (!url || !answer) {
        if (again) unanswered.push(again);
        await wait(10);
        continue;
      }
      underWay += 1;
      await send(answer, url);
      underWay -= 1;
    }
  }

  async function askForCheckpoints(): Promise<void> {
    for (const url of urls) {
      const note = await fetch(`${url}/api/v1/log/checkpoint`, {
        headers: { 'x-forwarded-for': anyAddress() },
        signal: AbortSignal.timeout(2000),
      }).then(
        (response) => (response.ok ? response.text() : undefined),
        () => undefined,
      );
      if (note) checkpoints.add(note);
    }
  }

  async function watch(): Promise<void> {
    while (!isOver) {
      await askForCheckpoints();
      await wait(CHECKPOINT_MS);
    }
  }

  const senders = Promise.all([watch(), ...Array.from({ length: SENDERS }, converse)]);
  return {
    acknowledged,
    get checkpoints() {
      return [...checkpoints];
    },
    get problems() {
      return [...problems];
    },
    get failed() {
      return failed;
    },
    use: async (...now) => {
      const [first] = now;
      if (first) script = await readScript(first);
      urls = now;
    },
    settle: async () => {
      isSettling = true;
      const end = Date.now() + SETTLE_MS;
      while ((unanswered.length > 0 || underWay > 0) && Date.now() < end) await wait(50);
      // Servers that were killed at once may have had no time to show one.
      while (checkpoints.size === 0 && Date.now() < end) {
        await askForCheckpoints();
        await wait(50);
      }
      isOver = true;
      await senders;
      if (checkpoints.size === 0) problems.add('no server showed a checkpoint');
      if (unanswered.length > 0) problems.add(`${unanswered.length} answers were never acknowledged`);
      unanswered = [];
    },
  };
}
