#!/bin/sh
# Runs once, when the first start of db1 makes its database: docker-entrypoint-initdb.d of the image.
set -eu

psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
  --set=avowal="$AVOWAL_PASSWORD" --set=replication="$REPLICATION_PASSWORD" <<'SQL'
CREATE ROLE avowal LOGIN PASSWORD :'avowal';
CREATE DATABASE avowal OWNER avowal;
CREATE ROLE replication LOGIN REPLICATION PASSWORD :'replication';
-- A commit waits for whichever standby is first: one of them may be away.
ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (standby1, standby2)';
-- What a standby has missed is kept for it, but not until the disk is full.
ALTER SYSTEM SET max_slot_wal_keep_size = '20GB';
SQL

echo 'host replication replication all scram-sha-256' >> "$PGDATA/pg_hba.conf"
