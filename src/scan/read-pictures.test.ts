import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPictures } from './read-pictures.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'avowal-pictures-'));
  for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) writeFileSync(join(folder, name), 'four');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('reads each picture once, and none that is not there or lies elsewhere', () => {
  const found = readPictures(folder, ['a.jpg', 'a.jpg', 'missing.jpg', '../a.jpg', join(folder, 'b.jpg')]);
  expect(found).toEqual({ 'a.jpg': 'data:image/jpeg;base64,Zm91cg==' });
});

it('stops before the report gets larger than it may', () => {
  expect(Object.keys(readPictures(folder, ['c.jpg', 'b.jpg', 'a.jpg'], 9))).toEqual(['c.jpg', 'b.jpg']);
});
