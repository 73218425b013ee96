import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (command: string, ...args: readonly string[]) =>
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });

/** Mounts a file system. */
export const mount = (...args: readonly string[]): void => void run('mount', ...args);

/** Takes a file system out again, once nobody uses it any more. */
export function unmount(folder: string): void {
  run('umount', '--lazy', folder);
}

/** Makes an ext4 file system in a file. */
export function makeFileSystem(file: string, megabytes: number): void {
  run('truncate', '-s', `${megabytes}M`, file);
  run('mkfs.ext4', '-q', '-F', file);
}

function whyNot(work: (folder: string) => void): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'avowal-mount-'));
  try {
    work(folder);
    unmount(folder);
    rmdirSync(folder);
    return undefined;
  } catch {
    return process.getuid?.() === 0 ? 'this machine lets nobody mount that' : 'only root may mount';
  }
}

/** Why nothing can be mounted here. */
export const mountMissing: string | undefined = whyNot((folder) => mount('-t', 'tmpfs', 'tmpfs', folder));

/** Why no loop device can be mounted here. */
export const loopMissing: string | undefined = whyNot((folder) => {
  const file = `${folder}.img`;
  try {
    makeFileSystem(file, 8);
    mount('-o', 'loop', file, folder);
  } finally {
    rmSync(file, { force: true });
  }
});
