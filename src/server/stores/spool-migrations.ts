/** Tables of the spool, forward only like those of the store. Versions and artefacts stay: the server needs them without the database. */
export const SPOOL_MIGRATIONS: readonly string[] = [
  `
  -- What the database has not got yet, in the order in which it must get it. A number is never used twice.
  CREATE TABLE waiting (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('record', 'artefacts', 'version')),
    site TEXT,
    id TEXT,
    content TEXT NOT NULL,
    UNIQUE (site, id)
  ) STRICT;

  CREATE TABLE artefacts (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    content TEXT NOT NULL
  ) WITHOUT ROWID, STRICT;

  CREATE TABLE versions (
    site TEXT NOT NULL,
    config_hash TEXT NOT NULL,
    bundle_hash TEXT NOT NULL,
    ui_revision TEXT NOT NULL,
    notices TEXT NOT NULL,
    first_published_at INTEGER NOT NULL,
    published_at INTEGER NOT NULL,
    retired_at INTEGER,
    PRIMARY KEY (site, config_hash, bundle_hash, ui_revision)
  ) WITHOUT ROWID, STRICT;
  `,
  `
  CREATE TABLE waiting_parcels (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('record', 'artefacts', 'version', 'config')),
    site TEXT,
    id TEXT,
    content TEXT NOT NULL,
    UNIQUE (site, id)
  ) STRICT;
  INSERT INTO waiting_parcels SELECT * FROM waiting;
  DROP TABLE waiting;
  ALTER TABLE waiting_parcels RENAME TO waiting;
  `,
  `
  -- What the database refuses for its content, with why: it must not hold up what comes after it.
  CREATE TABLE quarantine (
    seq INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    site TEXT,
    id TEXT,
    content TEXT NOT NULL,
    problem TEXT NOT NULL,
    set_aside_at INTEGER NOT NULL,
    UNIQUE (site, id)
  ) STRICT;
  `,
];
