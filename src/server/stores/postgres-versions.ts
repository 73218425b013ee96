import type { PublishedVersion } from '../sites/site-version.ts';
import type { PostgresDatabase } from './postgres-database.ts';
import type { Artefact } from './record-store.ts';

const parse = (row: Record<string, unknown>): PublishedVersion => ({
  site: String(row.site),
  configHash: String(row.config_hash),
  bundleHash: String(row.bundle_hash),
  uiRevision: String(row.ui_revision),
  notices: JSON.parse(String(row.notices)),
  firstPublishedAt: (row.first_published_at as Date).toISOString(),
});

/** Keeps artefacts by the hash of their content. */
export async function keepArtefacts(
  database: PostgresDatabase,
  artefacts: readonly Artefact[],
): Promise<void> {
  await database.query(
    `INSERT INTO artefacts (hash, kind, content) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
     ON CONFLICT (hash) DO NOTHING`,
    [
      artefacts.map(({ hash }) => hash),
      artefacts.map(({ kind }) => kind),
      artefacts.map(({ content }) => content),
    ],
  );
}

/** Finds an artefact by hash. */
export async function findArtefact(database: PostgresDatabase, hash: string): Promise<Artefact | undefined> {
  const [row] = await database.query('SELECT kind, content FROM artefacts WHERE hash = $1', [hash]);
  return row && { hash, kind: String(row.kind) as Artefact['kind'], content: String(row.content) };
}

/** Makes one version of a site current. */
export const publishVersion = (
  database: PostgresDatabase,
  version: PublishedVersion,
  now: Date,
): Promise<void> =>
  database.transaction(async (client) => {
    const { site, configHash, bundleHash, uiRevision, notices, firstPublishedAt } = version;
    await client.query('UPDATE versions SET retired_at = $2 WHERE site = $1 AND retired_at IS NULL', [
      site,
      now.toISOString(),
    ]);
    await client.query(
      `INSERT INTO versions (site, config_hash, bundle_hash, ui_revision, notices, first_published_at, published_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (site, config_hash, bundle_hash, ui_revision)
       DO UPDATE SET published_at = excluded.published_at, retired_at = NULL`,
      [
        site,
        configHash,
        bundleHash,
        uiRevision,
        JSON.stringify(notices),
        firstPublishedAt,
        now.toISOString(),
      ],
    );
  });

/** Finds the youngest version with a configuration that was not retired before a time. */
export async function findVersion(
  database: PostgresDatabase,
  site: string,
  configHash: string,
  since: Date,
): Promise<PublishedVersion | undefined> {
  const rows = await database.query(
    `SELECT * FROM versions WHERE site = $1 AND config_hash = $2 AND (retired_at IS NULL OR retired_at >= $3)
     ORDER BY retired_at IS NOT NULL, published_at DESC LIMIT 1`,
    [site, configHash, since.toISOString()],
  );
  return rows.map(parse)[0];
}

/** Finds the version that brought a UI revision. */
export async function findRevision(
  database: PostgresDatabase,
  site: string,
  uiRevision: string,
): Promise<PublishedVersion | undefined> {
  const rows = await database.query(
    'SELECT * FROM versions WHERE site = $1 AND ui_revision = $2 ORDER BY published_at DESC LIMIT 1',
    [site, uiRevision],
  );
  return rows.map(parse)[0];
}
