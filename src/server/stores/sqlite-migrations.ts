/**
 * Forward only: `PRAGMA user_version` counts how many of these a file has seen. Never edit one that was released.
 * `site` stands first in every key, so that the same tables can be spread over machines.
 */
export const SQLITE_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE records (
    site TEXT NOT NULL,
    id TEXT NOT NULL,
    consent_id TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    valid_until INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (site, id)
  ) WITHOUT ROWID, STRICT;
  CREATE INDEX records_by_consent ON records (site, consent_id);
  CREATE INDEX records_by_time ON records (site, received_at);

  CREATE TABLE daily_counts (
    site TEXT NOT NULL,
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('action', 'granted', 'denied')),
    name TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (site, day, kind, name)
  ) WITHOUT ROWID, STRICT;

  CREATE TABLE artefacts (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('config', 'notice', 'bundle')),
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

  CREATE TABLE retention_runs (
    site TEXT NOT NULL,
    at INTEGER NOT NULL,
    ended_before INTEGER NOT NULL,
    deleted INTEGER,
    PRIMARY KEY (site, at)
  ) WITHOUT ROWID, STRICT;

  CREATE TRIGGER records_are_never_changed BEFORE UPDATE ON records
  BEGIN SELECT RAISE(ABORT, 'consent records are append-only'); END;

  CREATE TRIGGER records_leave_only_by_retention BEFORE DELETE ON records
  WHEN NOT EXISTS (SELECT 1 FROM retention_runs WHERE site = OLD.site AND deleted IS NULL AND ended_before > OLD.valid_until)
  BEGIN SELECT RAISE(ABORT, 'consent records are deleted only by the retention job'); END;

  CREATE TRIGGER artefacts_are_never_changed BEFORE UPDATE ON artefacts
  BEGIN SELECT RAISE(ABORT, 'artefacts are kept as they were shown'); END;
  `,
];
