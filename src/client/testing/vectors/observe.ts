import type { Engine, EngineTab } from '../engines/engine.ts';
import { waitFor } from '../engines/in-page.ts';
import { INSTALLATIONS, type Installation, isDown } from './installations.ts';
import type { EngineReport, Observation, Outcome, Outcomes } from './report.ts';
import type { Vector } from './vector.ts';
import { storedName } from './vector-page.ts';
import type { VectorSite } from './vector-site.ts';
import { VECTORS } from './vectors.ts';

const FACTS = `(async () => ({
  ran: window.ran ?? [],
  stored: [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
  ],
  addresses: [...document.querySelectorAll('link[data-vector][href]')].map((link) => link.dataset.vector),
}))()`;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until nothing has arrived for a while: what a browser does when it is idle, such as a prefetch, comes late. */
async function settle(site: VectorSite, tab: EngineTab): Promise<void> {
  await tab.evaluate('Promise.all(window.started ?? []).then(() => {})');
  for (let quiet = 0, count = site.arrived.size; quiet < 8; quiet++) {
    await pause(100);
    if (site.arrived.size !== count) quiet = 0;
    count = site.arrived.size;
  }
}

async function outcomes(site: VectorSite, tab: EngineTab): Promise<Outcomes> {
  const facts = await tab.evaluate<Record<'ran' | 'stored' | 'addresses', string[]>>(FACTS);
  const stored = new Set([...facts.stored, ...(await tab.cookies())]);
  const ran = new Set(facts.ran.map((file) => file.replace(/\.js$/, '')));
  const outcomeOf = (vector: Vector): Outcome | undefined => {
    const { id, seen } = vector;
    if (seen === 'stored') return stored.has(storedName(vector)) ? 'stored' : undefined;
    if (ran.has(id)) return 'ran';
    return (seen === 'address' ? facts.addresses.includes(id) : site.arrived.has(id)) ? 'sent' : undefined;
  };
  return Object.fromEntries(
    VECTORS.flatMap((vector): [string, Outcome][] => {
      const outcome = outcomeOf(vector);
      return outcome ? [[vector.id, outcome]] : [];
    }),
  );
}

async function visit(site: VectorSite, tab: EngineTab, installation: Installation): Promise<Outcomes> {
  await site.prepare(installation);
  await tab.goto(`${site.origin}/`);
  await settle(site, tab);
  return outcomes(site, tab);
}

/** Ids among some vectors of which less happened than in a page without the runtime. */
const missing = (vectors: readonly Vector[], seen: Outcomes): string[] =>
  vectors
    .filter(({ id, seen: kind }) => (kind === 'script' ? seen[id] !== 'ran' : !seen[id]))
    .map(({ id }) => id);

async function observeInstallation(
  site: VectorSite,
  engine: Engine,
  installation: Installation,
  present: readonly Vector[],
): Promise<Observation> {
  const tab = await engine.open();
  try {
    const before = await visit(site, tab, installation);
    if (isDown(installation)) return { phases: { before }, missingInPage: [], missingInView: [] };
    await tab.click('[data-avowal-action="reject"]');
    await waitFor(tab, 'avowal.decided');
    const rejected = await visit(site, tab, installation);
    await tab.evaluate('avowal.acceptAll()');
    await settle(site, tab);
    const inPage = await outcomes(site, tab);
    const inView = await visit(site, tab, installation);
    await tab.evaluate('avowal.withdraw()');
    await settle(site, tab);
    const withdrawn = await visit(site, tab, installation);
    return {
      phases: { before, rejected, withdrawn },
      missingInPage: missing(
        present.filter(({ waits }) => waits),
        inPage,
      ),
      missingInView: missing(present, inView),
    };
  } finally {
    await tab.close();
  }
}

/** Tries every vector in an engine, with every installation, before and after every answer. */
export async function observe(site: VectorSite, engine: Engine): Promise<EngineReport> {
  const tab = await engine.open();
  const without = await visit(site, tab, 'none');
  await tab.close();
  const absent = missing(
    VECTORS.filter(({ marked }) => !marked),
    without,
  );
  const present = VECTORS.filter(({ id }) => !absent.includes(id));
  const installations: Partial<Record<Installation, Observation>> = {};
  for (const installation of INSTALLATIONS) {
    if (installation === 'none') continue;
    installations[installation] = await observeInstallation(site, engine, installation, present);
  }
  return {
    version: engine.version,
    absent,
    installations: installations as EngineReport['installations'],
  };
}
