import type { DatabaseSync } from 'node:sqlite';
import type { PublishedVersion } from '../sites/site-version.ts';
import type { Artefact } from './record-store.ts';

const parse = (row: Record<string, unknown> | undefined): PublishedVersion | undefined =>
  row && {
    site: String(row.site),
    configHash: String(row.config_hash),
    bundleHash: String(row.bundle_hash),
    uiRevision: String(row.ui_revision),
    notices: JSON.parse(String(row.notices)),
    firstPublishedAt: new Date(Number(row.first_published_at)).toISOString(),
  };

/** Keeps artefacts by the hash of their content. */
export function artefactInserter(database: DatabaseSync): (artefacts: readonly Artefact[]) => void {
  const insert = database.prepare(
    'INSERT INTO artefacts (hash, kind, content) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING',
  );
  return (artefacts) => {
    for (const { hash, kind, content } of artefacts) insert.run(hash, kind, content);
  };
}

/** Finds an artefact by hash. */
export function artefactFinder(database: DatabaseSync): (hash: string) => Artefact | undefined {
  const select = database.prepare('SELECT kind, content FROM artefacts WHERE hash = ?');
  return (hash) => {
    const row = select.get(hash);
    return row && { hash, kind: String(row.kind) as Artefact['kind'], content: String(row.content) };
  };
}

/** Makes one version of a site current. */
export function versionPublisher(database: DatabaseSync): (version: PublishedVersion, now: Date) => void {
  const retire = database.prepare('UPDATE versions SET retired_at = ? WHERE site = ? AND retired_at IS NULL');
  const publish = database.prepare(
    `INSERT INTO versions (site, config_hash, bundle_hash, ui_revision, notices, first_published_at, published_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (site, config_hash, bundle_hash, ui_revision)
     DO UPDATE SET published_at = excluded.published_at, retired_at = NULL`,
  );
  return ({ site, configHash, bundleHash, uiRevision, notices, firstPublishedAt }, now) => {
    const names = [site, configHash, bundleHash, uiRevision, JSON.stringify(notices)] as const;
    retire.run(now.getTime(), site);
    publish.run(...names, Date.parse(firstPublishedAt), now.getTime());
  };
}

/** Finds the youngest version with a configuration that was not retired before a time. */
export function versionFinder(
  database: DatabaseSync,
): (site: string, configHash: string, since: Date) => PublishedVersion | undefined {
  const select = database.prepare(
    `SELECT * FROM versions WHERE site = ? AND config_hash = ? AND (retired_at IS NULL OR retired_at >= ?)
     ORDER BY retired_at IS NOT NULL, published_at DESC LIMIT 1`,
  );
  return (site, configHash, since) => parse(select.get(site, configHash, since.getTime()));
}

/** Finds the version that brought a UI revision. */
export function revisionFinder(
  database: DatabaseSync,
): (site: string, uiRevision: string) => PublishedVersion | undefined {
  const select = database.prepare(
    'SELECT * FROM versions WHERE site = ? AND ui_revision = ? ORDER BY published_at DESC LIMIT 1',
  );
  return (site, uiRevision) => parse(select.get(site, uiRevision));
}
