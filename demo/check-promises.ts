import { compileRuntime } from '../src/knowledge/config/compile-runtime.ts';
import { resolveConfig } from '../src/knowledge/config/resolve-config.ts';
import { services } from '../src/knowledge/services/index.ts';
import { findService } from '../src/model/gate.ts';
import type { Inventory } from '../src/model/inventory.ts';
import { matchesName } from '../src/model/name-pattern.ts';
import type { FoundBrowser } from '../src/scan/browser/find-browser.ts';
import { openSqliteStore } from '../src/server/stores/sqlite-store.ts';
import groundTruth from './ground-truth.json' with { type: 'json' };
import type { RunningPath } from './run-demo.ts';
import { openVisitor, type Visitor } from './visitor.ts';

/** One thing that was promised, and whether it held. */
export interface Promised {
  readonly what: string;
  readonly kept: boolean;
  /** What was found; of interest where it did not hold. */
  readonly found: string;
}

type Truth = (typeof groundTruth.trackers)[number];
type Stored = Awaited<ReturnType<Visitor['stored']>>;

const DAY = 86_400;
const PAGES = [...new Set(groundTruth.trackers.map(({ page }) => page))];
const OPTIONAL = groundTruth.trackers.filter(({ category }) => category !== 'Necessary');
const STORED_KINDS = new Set(['http-cookie', 'js-cookie', 'local-storage']);

const isAt = (truth: Truth, { name, host }: Stored[number]) =>
  matchesName(truth.name, name) && (host === truth.host || host.endsWith(`.${truth.host}`));

const present = (truths: readonly Truth[], stored: Stored) =>
  truths.filter((truth) => STORED_KINDS.has(truth.kind) && stored.some((item) => isAt(truth, item)));

const names = (truths: readonly Truth[]) => truths.map(({ name }) => name).join(', ') || 'none';

function promise(what: string, wrong: string): Promised {
  return { what, kept: wrong === '', found: wrong };
}

/** The scan against what the demo is known to do. */
function checkInventory(inventory: Inventory): Promised[] {
  const known = new Set(services.map(({ id }) => id));
  const wrong = groundTruth.trackers.flatMap((truth) => {
    const seen = inventory.trackers.find(
      ({ name, kind, host }) => name === truth.name && kind === truth.kind && host === truth.host,
    );
    if (!seen) return [`${truth.name} is missing`];
    const { lifetimeSeconds: measured, party, service } = seen;
    const expected = truth.lifetimeSeconds;
    const sameLife =
      measured === expected ||
      (measured !== null && expected !== null && Math.abs(measured - expected) <= DAY);
    return [
      ...(sameLife ? [] : [`${truth.name} lives ${measured} s instead of ${expected} s`]),
      ...(party === truth.party ? [] : [`${truth.name} is called ${party} party`]),
      ...(service === (known.has(truth.service) ? truth.service : null)
        ? []
        : [`${truth.name} is put to ${service}`]),
    ];
  });
  const invented = inventory.trackers.filter(
    ({ name, kind, host }) =>
      !groundTruth.trackers.some(
        (truth) => truth.name === name && truth.kind === kind && truth.host === host,
      ),
  );
  return [
    promise(
      `The scan found all ${groundTruth.trackers.length} trackers, each with kind, host, party, lifetime and service`,
      wrong.join('; '),
    ),
    promise(
      'The scan invented none',
      invented.map(({ name, kind, host }) => `${name} (${kind}, ${host})`).join('; '),
    ),
  ];
}

/** The policy page against the founding table. */
async function checkPolicy({ server, config }: RunningPath): Promise<Promised> {
  const policy = await (await fetch(`${server.url}/p/${config.site.id}.json?lang=en`)).json();
  const wrong = groundTruth.trackers.filter(({ name, category }) => {
    const purpose = policy.purposes.find((candidate: { name: string }) => candidate.name === category);
    return !JSON.stringify(purpose ?? '').includes(JSON.stringify(name));
  });
  return promise('The policy page lists every tracker under its category', names(wrong).replace('none', ''));
}

/** The records as another process would read them from disk. */
async function checkRecords(dataDir: string, consentId: string): Promise<Promised> {
  const store = openSqliteStore(`${dataDir}/avowal.db`);
  const records = await store.listRecords('kopano', { consentId, limit: 100 });
  await store.close();
  const actions = records
    .map(({ action }) => action)
    .toSorted()
    .join(', ');
  const expected = ['accept', 'reject', 'save', 'withdraw'].join(', ');
  return promise(
    'Four records are durable: reject, accept, save, withdraw',
    actions === expected ? '' : `found ${actions || 'none'}`,
  );
}

/** Takes a visitor through no choice, reject, accept, save and withdraw, and says what held. */
export async function checkPromises(
  path: RunningPath,
  browser: FoundBrowser,
  onPromise: (promised: Promised) => void,
): Promise<readonly Promised[]> {
  const done: Promised[] = [];
  const say = (...promised: Promised[]) => {
    done.push(...promised);
    promised.forEach(onPromise);
  };
  const runtime = compileRuntime(resolveConfig(path.config), { server: '', configHash: '', uiRevision: '' });
  const required = new Set(runtime.purposes.filter((purpose) => purpose.required).map(({ id }) => id));
  const isOptional = (url: string) => {
    const service = URL.canParse(url) ? findService(runtime.services, new URL(url)) : undefined;
    return service?.purposes.some((id) => !required.has(id)) ?? false;
  };

  say(...checkInventory(path.inventory));
  say(await checkPolicy(path));

  const visitor = await openVisitor(browser, path.sitePort);
  const nothingOptional = async (when: string) => {
    const requests = visitor.takeRequests().filter(isOptional);
    const stored = present(OPTIONAL, await visitor.stored());
    say(
      promise(`Nothing optional is requested ${when}`, [...new Set(requests)].join(', ')),
      promise(`Nothing optional is stored ${when}`, stored.length ? names(stored) : ''),
    );
  };
  try {
    await visitor.visit(PAGES);
    await nothingOptional('before the choice');

    await visitor.press('reject');
    await visitor.visit(PAGES);
    await nothingOptional('after "Reject all"');

    await visitor.press('open');
    await visitor.press('accept');
    await visitor.visit(PAGES);
    const back = present(groundTruth.trackers, await visitor.stored());
    const missing = groundTruth.trackers.filter(
      (truth) => STORED_KINDS.has(truth.kind) && !back.includes(truth),
    );
    say(
      promise('Everything comes back after "Accept all"', missing.length ? `missing: ${names(missing)}` : ''),
    );

    await visitor.press('open');
    await visitor.page.getByRole('switch', { name: 'Commercial' }).first().click();
    await visitor.press('save');
    visitor.takeRequests();
    await visitor.visit(PAGES);
    const commercial = runtime.services.filter(({ purposes }) => purposes.includes('commercial'));
    const wrong = visitor
      .takeRequests()
      .filter(
        (url) =>
          URL.canParse(url) && commercial.includes(findService(runtime.services, new URL(url)) as never),
      );
    say(promise('A saved "no" to one category holds for that category', [...new Set(wrong)].join(', ')));

    await visitor.press('open');
    await visitor.press('withdraw');
    visitor.takeRequests();
    await visitor.visit(PAGES);
    const requests = visitor.takeRequests().filter(isOptional);
    const own = present(OPTIONAL, await visitor.stored()).filter(({ party }) => party === 'first');
    say(
      promise('Nothing optional is requested after the withdrawal', [...new Set(requests)].join(', ')),
      promise('The withdrawal deleted every optional tracker of the site', own.length ? names(own) : ''),
    );
    const consentId = await visitor.page.evaluate(
      () => document.cookie.match(/avowal=1\|([^|]+)/)?.[1] ?? '',
    );
    say(await checkRecords(path.dataDir, consentId));
  } finally {
    await visitor.close();
  }
  return done;
}
