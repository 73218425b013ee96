import { readFileSync } from 'node:fs';
import { AvowalError } from '../../model/errors.ts';
import type { CdpSession } from '../browser/cdp-connection.ts';

/** A signed-in visitor's cookies and local storage, as Playwright's `storageState` writes them. */
export interface StorageState {
  readonly cookies: readonly {
    readonly name: string;
    readonly value: string;
    readonly domain: string;
    readonly path: string;
  }[];
  readonly origins: readonly {
    readonly origin: string;
    readonly localStorage: readonly { readonly name: string; readonly value: string }[];
  }[];
}

/** Reads such a file; throws `USAGE`. */
export function readStorageState(file: string): StorageState {
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as Partial<StorageState>;
    const cookies = state.cookies ?? [];
    if (
      cookies.every(({ name, value, domain }) =>
        [name, value, domain].every((text) => typeof text === 'string'),
      )
    ) {
      return { cookies: cookies.map(onlyWhatTheProtocolKnows), origins: state.origins ?? [] };
    }
  } catch {
    // Said below.
  }
  throw new AvowalError('USAGE', {
    problem: `--storage-state ${file} is not a file that Playwright's storageState wrote.`,
  });
}

function onlyWhatTheProtocolKnows(cookie: StorageState['cookies'][number]): StorageState['cookies'][number] {
  const { name, value, domain, path, ...rest } = cookie as typeof cookie & Record<string, unknown>;
  const { expires, httpOnly, secure, sameSite } = rest as Record<string, unknown>;
  const lasting = typeof expires === 'number' && expires > 0 ? { expires } : {};
  return { name, value, domain, path: path || '/', ...lasting, ...{ httpOnly, secure, sameSite } };
}

/** Fills local storage before the site's own code runs, once for each origin. */
export function applyStorageState(session: CdpSession, state: StorageState): void {
  if (state.origins.length === 0) return;
  const fill = (origins: StorageState['origins']) => {
    const own = origins.find(({ origin }) => origin === self.origin);
    for (const { name, value } of own?.localStorage ?? []) {
      if (localStorage.getItem(name) === null) localStorage.setItem(name, value);
    }
  };
  const source = `(${fill.toString()})(${JSON.stringify(state.origins)})`;
  session.send('Page.addScriptToEvaluateOnNewDocument', { source }).catch(() => {});
}
