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
  `
  DROP TRIGGER records_are_never_changed;
  DROP TRIGGER records_leave_only_by_retention;

  ALTER TABLE records ADD COLUMN leaf_index INTEGER;
  ALTER TABLE records ADD COLUMN nonce BLOB;
  CREATE UNIQUE INDEX records_by_leaf ON records (leaf_index);

  CREATE TABLE log_tiles (
    level INTEGER NOT NULL,
    tile INTEGER NOT NULL,
    hashes BLOB NOT NULL,
    PRIMARY KEY (level, tile)
  ) STRICT;

  CREATE TABLE log_checkpoints (
    size INTEGER PRIMARY KEY,
    signed_at INTEGER NOT NULL,
    note TEXT NOT NULL
  ) STRICT;

  CREATE TABLE erased_records (
    site TEXT NOT NULL,
    id TEXT NOT NULL,
    leaf_index INTEGER NOT NULL UNIQUE,
    erased_at INTEGER NOT NULL,
    PRIMARY KEY (site, id)
  ) WITHOUT ROWID, STRICT;

  -- Counts by the minute: whom an erasure was about is not kept.
  CREATE TABLE erasures (
    site TEXT NOT NULL,
    at INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('age', 'consent', 'age before the log')),
    erased INTEGER NOT NULL,
    PRIMARY KEY (site, at, reason)
  ) WITHOUT ROWID, STRICT;
  INSERT INTO erasures (site, at, reason, erased)
    SELECT site, at, 'age before the log', deleted FROM retention_runs WHERE deleted IS NOT NULL;
  DROP TABLE retention_runs;

  -- Holds a row only inside a transaction that erases.
  CREATE TABLE erasing (
    site TEXT PRIMARY KEY,
    ended_before INTEGER,
    consent_id TEXT
  ) WITHOUT ROWID, STRICT;

  CREATE TRIGGER records_are_never_changed BEFORE UPDATE ON records
  WHEN OLD.leaf_index IS NOT NULL OR (OLD.site, OLD.id, OLD.consent_id, OLD.received_at, OLD.valid_until, OLD.content)
    IS NOT (NEW.site, NEW.id, NEW.consent_id, NEW.received_at, NEW.valid_until, NEW.content)
  BEGIN SELECT RAISE(ABORT, 'consent records are append-only'); END;

  CREATE TRIGGER records_leave_only_by_erasure BEFORE DELETE ON records
  WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE site = OLD.site AND (ended_before > OLD.valid_until OR consent_id = OLD.consent_id))
  BEGIN SELECT RAISE(ABORT, 'consent records are deleted only by an erasure, which is counted'); END;

  CREATE TRIGGER records_leave_their_place AFTER DELETE ON records
  BEGIN
    INSERT INTO erased_records (site, id, leaf_index, erased_at)
    VALUES (OLD.site, OLD.id, OLD.leaf_index, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  END;

  CREATE TRIGGER erased_records_are_never_changed BEFORE UPDATE ON erased_records
  BEGIN SELECT RAISE(ABORT, 'the place of an erased record is kept'); END;

  CREATE TRIGGER erased_records_stay BEFORE DELETE ON erased_records
  BEGIN SELECT RAISE(ABORT, 'the place of an erased record is kept'); END;

  CREATE TRIGGER log_tiles_only_grow BEFORE UPDATE ON log_tiles
  WHEN (OLD.level, OLD.tile) IS NOT (NEW.level, NEW.tile) OR length(NEW.hashes) <= length(OLD.hashes)
    OR substr(NEW.hashes, 1, length(OLD.hashes)) <> OLD.hashes
  BEGIN SELECT RAISE(ABORT, 'the record log is append-only'); END;

  CREATE TRIGGER log_tiles_stay BEFORE DELETE ON log_tiles
  BEGIN SELECT RAISE(ABORT, 'the record log is append-only'); END;
  `,
  `
  -- Records in the order of their arrival: each one is written at the end of the file. In the order of their random ids each
  -- one changed another page, and all of these had to be written too: 3 times the work of the processor, 8 times that of the disk.
  CREATE TABLE records_in_order (
    site TEXT NOT NULL,
    id TEXT NOT NULL,
    consent_id TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    valid_until INTEGER NOT NULL,
    content TEXT NOT NULL,
    leaf_index INTEGER UNIQUE,
    nonce BLOB,
    PRIMARY KEY (site, id)
  ) STRICT;
  INSERT INTO records_in_order SELECT site, id, consent_id, received_at, valid_until, content, leaf_index, nonce
    FROM records ORDER BY leaf_index;
  DROP TABLE records;
  ALTER TABLE records_in_order RENAME TO records;
  CREATE INDEX records_by_consent ON records (site, consent_id);
  CREATE INDEX records_by_time ON records (site, received_at);

  CREATE TRIGGER records_are_never_changed BEFORE UPDATE ON records
  WHEN OLD.leaf_index IS NOT NULL OR (OLD.site, OLD.id, OLD.consent_id, OLD.received_at, OLD.valid_until, OLD.content)
    IS NOT (NEW.site, NEW.id, NEW.consent_id, NEW.received_at, NEW.valid_until, NEW.content)
  BEGIN SELECT RAISE(ABORT, 'consent records are append-only'); END;

  CREATE TRIGGER records_leave_only_by_erasure BEFORE DELETE ON records
  WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE site = OLD.site AND (ended_before > OLD.valid_until OR consent_id = OLD.consent_id))
  BEGIN SELECT RAISE(ABORT, 'consent records are deleted only by an erasure, which is counted'); END;

  CREATE TRIGGER records_leave_their_place AFTER DELETE ON records
  BEGIN
    INSERT INTO erased_records (site, id, leaf_index, erased_at)
    VALUES (OLD.site, OLD.id, OLD.leaf_index, CAST(unixepoch('subsec') * 1000 AS INTEGER));
  END;
  `,
  `
  -- How notices looked, as the first browser showed each that was asked.
  CREATE TABLE pictures (
    hash TEXT PRIMARY KEY,
    png BLOB NOT NULL
  ) STRICT;

  CREATE TABLE notice_pictures (
    notice_hash TEXT NOT NULL,
    config_hash TEXT NOT NULL,
    bundle_hash TEXT NOT NULL,
    locale TEXT NOT NULL,
    viewport TEXT NOT NULL CHECK (viewport IN ('phone', 'desktop')),
    picture TEXT NOT NULL,
    browser TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (notice_hash, config_hash, bundle_hash, locale, viewport)
  ) WITHOUT ROWID, STRICT;

  CREATE TRIGGER pictures_are_never_changed BEFORE UPDATE ON pictures
  BEGIN SELECT RAISE(ABORT, 'pictures are kept as they were made'); END;

  CREATE TRIGGER notice_pictures_are_never_changed BEFORE UPDATE ON notice_pictures
  BEGIN SELECT RAISE(ABORT, 'pictures are kept as they were made'); END;

  CREATE TRIGGER pictures_stay BEFORE DELETE ON pictures
  BEGIN SELECT RAISE(ABORT, 'pictures are kept as they were made'); END;

  CREATE TRIGGER notice_pictures_stay BEFORE DELETE ON notice_pictures
  BEGIN SELECT RAISE(ABORT, 'pictures are kept as they were made'); END;
  `,
];
