import type { TestedEngine } from '../engines/engines.ts';
import { observe } from './observe.ts';
import type { EngineReport } from './report.ts';
import { startVectorSite } from './vector-site.ts';

/** Starts an engine and a site for it, and tries every vector. */
export async function observeEngine({ start }: TestedEngine): Promise<EngineReport> {
  const site = await startVectorSite();
  try {
    const engine = await start();
    try {
      return await observe(site, engine);
    } finally {
      await engine.close();
    }
  } finally {
    await site.close();
  }
}
