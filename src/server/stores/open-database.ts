import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SQLITE_MIGRATIONS } from './sqlite-migrations.ts';

const schemaOf = (database: DatabaseSync) =>
  Number(database.prepare('PRAGMA user_version').get()?.user_version);

function migrate(database: DatabaseSync, migrations: readonly string[]): void {
  // Inside the transaction, so that of two servers that start at once the second one sees what the first one did.
  database.exec('BEGIN IMMEDIATE');
  const seen = schemaOf(database);
  for (const sql of migrations.slice(seen)) database.exec(sql);
  if (seen < migrations.length) database.exec(`PRAGMA user_version = ${migrations.length}`);
  database.exec('COMMIT');
  if (seen > migrations.length) {
    throw new Error(`it was written by a newer version of Avowal (schema ${seen})`);
  }
}

/** Connects to a SQLite file, made when missing; every commit is on disk before it returns. */
export function connectDatabase(file: string): DatabaseSync {
  // A command that erases, or a second server, may hold the file for a moment.
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    // FULL: with NORMAL a power cut loses what was committed since the last checkpoint.
    // Recursive triggers: without them INSERT OR REPLACE deletes a row past its DELETE trigger.
    // Secure delete: without it an erased record can still be read in the free pages of the file.
    // Autocheckpoint: pages that many commits change go into the file once in 16 MB of journal; after each 4 MB it cost a tenth of the intake.
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 4000',
    );
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Connects to a SQLite file and brings its tables up to date. */
export function openDatabase(file: string, migrations: readonly string[] = SQLITE_MIGRATIONS): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = connectDatabase(file);
  try {
    migrate(database, migrations);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}
