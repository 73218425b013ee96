import { loadConfig } from '../../knowledge/config/parse-config.ts';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { AvowalError } from '../../model/errors.ts';
import { configArtefact } from '../../server/sites/compile-site.ts';
import { openPostgresStore } from '../../server/stores/postgres-store.ts';
import { type CommonOptions, openTerminal } from '../terminal.ts';

/** What it is told. */
export interface PublishFlags extends CommonOptions {
  readonly config: string;
  readonly database?: string;
}

/** Writes a configuration into the database of several servers. Throws USAGE and STORE_FAILED. */
export async function publish({ config: file, database, ...flags }: PublishFlags): Promise<void> {
  if (!database) {
    const problem =
      'publish needs --database URL: a server without a database serves each edit of its file by itself.';
    throw new AvowalError('USAGE', { problem });
  }
  const config = resolveConfig(loadConfig(file));
  const artefact = configArtefact(config);
  const change = { id: crypto.randomUUID(), site: config.site.id, configHash: artefact.hash };
  const store = openPostgresStore(database);
  try {
    await store.keepArtefacts([artefact]);
    await store.configs.publish(change);
  } finally {
    await store.close();
  }
  const { print, printJson } = openTerminal(flags);
  printJson({ site: change.site, configHash: change.configHash });
  print(
    `Published: ${change.configHash.slice(0, 12)} for ${config.site.name}. The servers of this site serve it within seconds.`,
  );
}
