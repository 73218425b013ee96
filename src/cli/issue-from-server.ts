import { AvowalError } from '../model/errors.ts';
import type { RuntimeConfig } from '../model/runtime-config.ts';
import type { Issue } from '../server/sites/compile-site.ts';

const TIMEOUT_MS = 10_000;

/** Lets a running server sign copies of its own scripts, and nothing else. Throws SERVER_UNREACHABLE. */
export async function issueFromServer(server: string, site: string): Promise<Issue> {
  const url = `${server}/c/${site}.json`;
  const fail = (problem: string, cause?: unknown) =>
    new AvowalError('SERVER_UNREACHABLE', { url: server, problem }, cause);
  let served: RuntimeConfig;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
    served = (await answer.json()) as RuntimeConfig;
  } catch (error) {
    const { message, cause } = error as Error;
    throw fail(cause instanceof Error ? cause.message : message, error);
  }
  return ({ configHash, uiRevision }) => {
    if (served.configHash !== configHash) throw fail('it serves another configuration of this site');
    if (served.uiRevision !== uiRevision && served.server !== server)
      throw fail(
        `it calls itself ${served.server}: build with that address, or start it with --public-url ${server}`,
      );
    if (served.uiRevision !== uiRevision || served.snapshot === undefined)
      throw fail('it runs another version of Avowal');
    return served.snapshot;
  };
}
