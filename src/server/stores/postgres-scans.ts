import type { ScanFile } from '../scans/scan-files.ts';
import type { PostgresDatabase } from './postgres-database.ts';

/** Reads a file of the last scan of a site. */
export async function readScanFile(
  database: PostgresDatabase,
  site: string,
  file: ScanFile,
): Promise<string | undefined> {
  const [row] = await database.query('SELECT content FROM scan_files WHERE site = $1 AND file = $2', [
    site,
    file,
  ]);
  return row && String(row.content);
}

/** Keeps the files of a scan in the place of those before, in one statement: all or none. */
export async function keepScanFiles(
  database: PostgresDatabase,
  site: string,
  files: Readonly<Record<ScanFile, string>>,
): Promise<void> {
  await database.query(
    `INSERT INTO scan_files (site, file, content) SELECT $1, * FROM unnest($2::text[], $3::text[])
     ON CONFLICT (site, file) DO UPDATE SET content = excluded.content`,
    // PostgreSQL takes no NUL, and pages that were scanned may hold one.
    [site, Object.keys(files), Object.values(files).map((text) => text.replaceAll('\0', '\uFFFD'))],
  );
}
