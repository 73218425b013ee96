import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../scan/inventory-file.ts';

/** What is kept of the last scan of a site. */
export const SCAN_FILES = ['report.html', 'audit.json', 'audit.html', 'inventory.json'] as const;

/** One of them. */
export type ScanFile = (typeof SCAN_FILES)[number];

/** The last scan of each site. */
export interface ScanFiles {
  read(site: string, file: ScanFile): Promise<string | undefined>;
  /** Keeps all files of a scan in the place of the one before. */
  keep(site: string, files: Readonly<Record<ScanFile, string>>): Promise<void>;
}

/** Keeps scans in a data folder, at `<dataDir>/<site>/`: `avowal scan --out` writes there as well. */
export const scanFilesIn = (dataDir: string): ScanFiles => ({
  read: (site, file) => readFile(join(dataDir, site, file), 'utf8').catch(() => undefined),
  keep: async (site, files) => {
    // The inventory last: its time says that a scan is there.
    const { 'inventory.json': inventory, ...others } = files;
    for (const [file, text] of Object.entries(others)) writeWhole(join(dataDir, site, file), text);
    writeWhole(join(dataDir, site, 'inventory.json'), inventory);
  },
});

/** Scans that all servers share, and where there is none the one in the folder of this server. */
export const scanFilesOf = (dataDir: string, shared?: ScanFiles): ScanFiles => {
  const own = scanFilesIn(dataDir);
  if (!shared) return own;
  return {
    read: async (site, file) =>
      (await shared.read(site, file).catch(() => undefined)) ?? own.read(site, file),
    keep: shared.keep,
  };
};
