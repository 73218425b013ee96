/**
 * Forward only: the table `avowal_schema` counts how many of these a database has seen. Never edit one that was released.
 * `site` stands first in every key of a site's data and nothing counts across sites but the log itself, so that the same
 * tables can be spread over machines.
 */
export const POSTGRES_MIGRATIONS: readonly string[] = [
  `
  -- One row for each record that ever was: the key of a partitioned table holds its time, so it cannot say "this id only
  -- once". It says in which partition the record stands, and stays when that is erased.
  CREATE TABLE places (
    site text NOT NULL,
    id uuid NOT NULL,
    received_at timestamptz NOT NULL,
    leaf_index bigint NOT NULL UNIQUE,
    erased_at timestamptz,
    PRIMARY KEY (site, id)
  );

  CREATE TABLE records (
    site text NOT NULL,
    received_at timestamptz NOT NULL,
    id uuid NOT NULL,
    consent_id text NOT NULL,
    valid_until timestamptz NOT NULL,
    content text NOT NULL,
    nonce bytea NOT NULL,
    PRIMARY KEY (site, received_at, id)
  ) PARTITION BY RANGE (received_at);
  CREATE INDEX records_by_consent ON records (site, consent_id);

  CREATE TABLE daily_counts (
    site text NOT NULL,
    day date NOT NULL,
    kind text NOT NULL CHECK (kind IN ('action', 'granted', 'denied')),
    name text COLLATE "C" NOT NULL,
    count bigint NOT NULL,
    PRIMARY KEY (site, day, kind, name)
  );

  CREATE TABLE artefacts (
    hash text PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('config', 'notice', 'bundle')),
    content text NOT NULL
  );

  CREATE TABLE versions (
    site text NOT NULL,
    config_hash text NOT NULL,
    bundle_hash text NOT NULL,
    ui_revision text NOT NULL,
    notices text NOT NULL,
    first_published_at timestamptz NOT NULL,
    published_at timestamptz NOT NULL,
    retired_at timestamptz,
    PRIMARY KEY (site, config_hash, bundle_hash, ui_revision)
  );

  -- Counts by the minute: whom an erasure was about is not kept.
  CREATE TABLE erasures (
    site text NOT NULL,
    at timestamptz NOT NULL,
    reason text NOT NULL CHECK (reason IN ('age', 'consent')),
    erased bigint NOT NULL,
    PRIMARY KEY (site, at, reason)
  );

  -- Whoever holds the lock of this row is the one sequencer.
  CREATE TABLE log_head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    size bigint NOT NULL
  );
  INSERT INTO log_head (size) VALUES (0);

  CREATE TABLE log_tiles (
    level smallint NOT NULL,
    tile bigint NOT NULL,
    hashes bytea NOT NULL,
    PRIMARY KEY (level, tile)
  );
  -- Hashes cannot be compressed: do not try.
  ALTER TABLE log_tiles ALTER hashes SET STORAGE EXTERNAL;

  CREATE TABLE log_checkpoints (
    size bigint PRIMARY KEY,
    signed_at timestamptz NOT NULL,
    note text NOT NULL
  );

  CREATE TABLE last_checkpoint (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    note text NOT NULL
  );

  CREATE FUNCTION avowal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$;

  CREATE FUNCTION avowal_refuse_uncounted() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM places WHERE site = OLD.site AND id = OLD.id AND erased_at IS NOT NULL) THEN
      RAISE EXCEPTION 'consent records are deleted only by an erasure, which is counted';
    END IF;
    RETURN OLD;
  END $$;

  CREATE TRIGGER records_are_never_changed BEFORE UPDATE ON records
    FOR EACH ROW EXECUTE FUNCTION avowal_refuse('consent records are append-only');
  CREATE TRIGGER records_leave_only_by_erasure BEFORE DELETE ON records
    FOR EACH ROW EXECUTE FUNCTION avowal_refuse_uncounted();
  CREATE TRIGGER records_are_never_emptied BEFORE TRUNCATE ON records
    EXECUTE FUNCTION avowal_refuse('consent records are deleted only by an erasure, which is counted');

  CREATE TRIGGER places_are_never_changed BEFORE UPDATE ON places FOR EACH ROW
    WHEN (OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL
      OR (OLD.site, OLD.id, OLD.received_at, OLD.leaf_index) IS DISTINCT FROM (NEW.site, NEW.id, NEW.received_at, NEW.leaf_index))
    EXECUTE FUNCTION avowal_refuse('the place of a record in the log is append-only');
  CREATE TRIGGER places_stay BEFORE DELETE ON places
    FOR EACH ROW EXECUTE FUNCTION avowal_refuse('the place of a record in the log is append-only');
  CREATE TRIGGER places_are_never_emptied BEFORE TRUNCATE ON places
    EXECUTE FUNCTION avowal_refuse('the place of a record in the log is append-only');

  CREATE TRIGGER log_head_only_grows BEFORE UPDATE ON log_head FOR EACH ROW WHEN (NEW.size < OLD.size)
    EXECUTE FUNCTION avowal_refuse('the record log is append-only');
  CREATE TRIGGER log_head_stays BEFORE DELETE ON log_head
    FOR EACH ROW EXECUTE FUNCTION avowal_refuse('the record log is append-only');

  CREATE TRIGGER log_tiles_only_grow BEFORE UPDATE ON log_tiles FOR EACH ROW
    WHEN ((OLD.level, OLD.tile) IS DISTINCT FROM (NEW.level, NEW.tile) OR length(NEW.hashes) <= length(OLD.hashes)
      OR substr(NEW.hashes, 1, length(OLD.hashes)) <> OLD.hashes)
    EXECUTE FUNCTION avowal_refuse('the record log is append-only');
  CREATE TRIGGER log_tiles_stay BEFORE DELETE ON log_tiles
    FOR EACH ROW EXECUTE FUNCTION avowal_refuse('the record log is append-only');
  CREATE TRIGGER log_tiles_are_never_emptied BEFORE TRUNCATE ON log_tiles
    EXECUTE FUNCTION avowal_refuse('the record log is append-only');

  CREATE TRIGGER artefacts_are_never_changed BEFORE UPDATE OR DELETE ON artefacts
    FOR EACH ROW EXECUTE FUNCTION avowal_refuse('artefacts are kept as they were shown');
  CREATE TRIGGER artefacts_are_never_emptied BEFORE TRUNCATE ON artefacts
    EXECUTE FUNCTION avowal_refuse('artefacts are kept as they were shown');
  `,
  `
  -- Which configuration servers serve: of each site the last one. What was ever published stays known.
  CREATE TABLE configurations (
    site text NOT NULL,
    id uuid NOT NULL,
    config_hash text NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (site, id)
  );
  CREATE INDEX configurations_by_time ON configurations (site, published_at);
  `,
  `
  -- The last scan of each site and what the audits say of it, for the dashboards of all servers.
  CREATE TABLE scan_files (
    site text NOT NULL,
    file text NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (site, file)
  );
  `,
  `
  -- How notices looked, as the first browser showed each that was asked.
  CREATE TABLE pictures (
    hash text PRIMARY KEY,
    png bytea NOT NULL
  );

  CREATE TABLE notice_pictures (
    notice_hash text NOT NULL,
    config_hash text NOT NULL,
    bundle_hash text NOT NULL,
    locale text NOT NULL,
    viewport text NOT NULL CHECK (viewport IN ('phone', 'desktop')),
    picture text NOT NULL,
    browser text NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (notice_hash, config_hash, bundle_hash, locale, viewport)
  );

  CREATE TRIGGER pictures_are_never_changed BEFORE UPDATE OR DELETE ON pictures
    FOR EACH ROW EXECUTE FUNCTION avowal_refuse('pictures are kept as they were made');
  CREATE TRIGGER pictures_are_never_emptied BEFORE TRUNCATE ON pictures
    EXECUTE FUNCTION avowal_refuse('pictures are kept as they were made');
  CREATE TRIGGER notice_pictures_are_never_changed BEFORE UPDATE OR DELETE ON notice_pictures
    FOR EACH ROW EXECUTE FUNCTION avowal_refuse('pictures are kept as they were made');
  CREATE TRIGGER notice_pictures_are_never_emptied BEFORE TRUNCATE ON notice_pictures
    EXECUTE FUNCTION avowal_refuse('pictures are kept as they were made');
  `,
];
