import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { watchConfig } from './watch-config.ts';

function watched() {
  const folder = join(temporaryFolder(), 'site');
  mkdirSync(folder);
  const file = join(folder, 'avowal.config.json');
  writeFileSync(file, '1');
  const seen = { edits: 0 };
  const stop = watchConfig(file, () => {
    seen.edits += 1;
  });
  onTestFinished(stop);
  return { folder, file, seen, stop };
}

describe('A watched configuration', () => {
  it('reports an edit once, however many writes it is made of', async () => {
    const { file, seen } = watched();
    for (let write = 0; write < 5; write++) writeFileSync(file, String(write));
    await expect.poll(() => seen.edits).toBe(1);
    await wait(200);
    expect(seen.edits).toBe(1);
  });

  it('reports when an editor puts a new file in its place, and goes on watching that one', async () => {
    const { folder, file, seen } = watched();
    for (const edits of [1, 2]) {
      writeFileSync(join(folder, 'new'), 'x');
      renameSync(join(folder, 'new'), file);
      await expect.poll(() => seen.edits).toBe(edits);
    }
  });

  it('says nothing of its neighbours, nor after it was stopped, nor when the folder goes away', async () => {
    const { folder, file, seen, stop } = watched();
    writeFileSync(join(folder, 'other.json'), 'x');
    await wait(200);
    expect(seen.edits).toBe(0);
    stop();
    writeFileSync(file, 'x');
    rmSync(folder, { recursive: true });
    await wait(200);
    expect(seen.edits).toBe(0);
  });
});
