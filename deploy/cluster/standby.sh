#!/bin/sh
# The first start copies the primary, every later one goes on from there. Takes the command that starts PostgreSQL.
set -eu

primary="host=$PRIMARY_HOST port=${PRIMARY_PORT:-5432} user=replication"
export PGPASSWORD="$REPLICATION_PASSWORD"

until [ -s "$PGDATA/PG_VERSION" ]; do
  # A slot makes the primary keep what this standby has not got yet. It may be there from an earlier try.
  psql --quiet --dbname="$primary replication=true" --command="CREATE_REPLICATION_SLOT $STANDBY_NAME PHYSICAL" || true
  if ! pg_basebackup --dbname="$primary application_name=$STANDBY_NAME" --slot="$STANDBY_NAME" --pgdata="$PGDATA.new" \
    --wal-method=stream --checkpoint=fast --write-recovery-conf; then
    rm -rf "$PGDATA.new"
    sleep 1
    continue
  fi
  # Whole, or not at all: a copy that was cut off would start and never be right.
  mkdir -p "$PGDATA" && chmod 0700 "$PGDATA"
  mv "$PGDATA.new"/* "$PGDATA"/
  rmdir "$PGDATA.new"
done

unset PGPASSWORD
exec "$@"
