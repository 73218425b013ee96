import { describe, expect, it } from 'vitest';
import { parseTilePath } from './tile.ts';

describe('A path of a tile', () => {
  it.each([
    ['0/000', { level: 0, index: 0, width: 256 }],
    ['0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
    ['1/001.p/17', { level: 1, index: 1, width: 17 }],
    ['63/999.p/255', { level: 63, index: 999, width: 255 }],
  ])('%s is read as C2SP tlog-tiles writes it', (path, tile) => {
    expect(parseTilePath(path)).toEqual(tile);
  });

  it.each([
    ['a level above 63', '64/000'],
    ['a leading zero in the level', '00/000'],
    ['a leading zero in the width', '0/000.p/01'],
    ['a width of none', '0/000.p/0'],
    ['a partial tile that is full', '0/000.p/256'],
    ['a number too short', '0/1'],
    ['leading groups of zeros', '0/x000/001'],
    ['no x', '0/001/234'],
    ['an x at the end', '0/x001'],
    ['a number beyond any log', `0/${'x999/'.repeat(8)}999`],
    ['entries, which are not published', 'entries/000'],
    ['a way out of the folder', '0/../../000'],
    ['a sign', '0/-01'],
    ['a line more', '0/000\n'],
  ])('%s is no path', (_, path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });
});
