import { brotliCompressSync, constants } from 'node:zlib';
import { type Contour, SIGN_GLYPHS } from './sign-glyphs.ts';

const ASCENT = 780;
const DESCENT = 220;

const u16 = (...values: readonly number[]): Buffer =>
  Buffer.from(values.flatMap((v) => [(v >> 8) & 255, v & 255]));
const u32 = (...values: readonly number[]): Buffer =>
  Buffer.concat(values.map((v) => u16(v >>> 16, v & 0xffff)));

function deltas(values: readonly number[]): Buffer {
  return u16(...values.map((value, i) => value - (values[i - 1] ?? 0)));
}

/** A simple glyph description (OpenType "glyf"): every coordinate in two bytes. */
function glyphData(contours: readonly Contour[]): Buffer {
  const points = contours.flat();
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  let last = -1;
  const data = Buffer.concat([
    u16(contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)),
    u16(...contours.map((contour) => (last += contour.length))),
    u16(0),
    Buffer.from(points.map(({ on }) => (on ? 1 : 0))),
    deltas(xs),
    deltas(ys),
  ]);
  return Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
}

/** Character map, format 4: one segment a letter, since they do not follow each other. */
function characterMap(): Buffer {
  const codes = SIGN_GLYPHS.map(({ character }) => character.charCodeAt(0));
  const ends = [...codes, 0xffff];
  const shifts = [...codes.map((code, i) => i + 1 - code), 1];
  const count = ends.length;
  const range = 2 ** Math.floor(Math.log2(count));
  const table = Buffer.concat([
    u16(count * 2, range * 2, Math.log2(range), (count - range) * 2),
    u16(...ends, 0, ...ends, ...shifts, ...ends.map(() => 0)),
  ]);
  return Buffer.concat([u16(0, 1, 3, 1), u32(12), u16(4, table.length + 6, 0), table]);
}

function nameTable(): Buffer {
  const names: readonly (readonly [number, string])[] = [
    [1, 'Kopano Sign'],
    [2, 'Regular'],
    [4, 'Kopano Sign'],
    [6, 'KopanoSign'],
  ];
  let offset = 0;
  const records = names.map(([id, text]) => {
    const record = u16(3, 1, 0x409, id, text.length * 2, offset);
    offset += text.length * 2;
    return record;
  });
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  return Buffer.concat([u16(0, names.length, 6 + names.length * 12), ...records, ...texts]);
}

function tables(): readonly (readonly [tag: number, data: Buffer])[] {
  const glyphs = [Buffer.alloc(0), ...SIGN_GLYPHS.map(({ contours }) => glyphData(contours))];
  let end = 0;
  const offsets = [0, ...glyphs.map(({ length }) => (end += length))];
  const advances = [500, ...SIGN_GLYPHS.map(({ advance }) => advance)];
  const lefts = SIGN_GLYPHS.map(({ contours }) => Math.min(...contours.flat().map(({ x }) => x)));
  const points = SIGN_GLYPHS.map(({ contours }) => contours.flat().length);
  const contours = SIGN_GLYPHS.map((glyph) => glyph.contours.length);
  const count = glyphs.length;
  const codes = SIGN_GLYPHS.map(({ character }) => character.charCodeAt(0));
  const version = u32(0x00010000);
  // The numbers are the tags of WOFF2 §4.1.
  return [
    [0, characterMap()],
    [
      1,
      Buffer.concat([
        version,
        version,
        u32(0, 0x5f0f3cf5),
        u16(3, 1000),
        Buffer.alloc(16),
        u16(0, -200, 700, 740),
        u16(0, 8, 2, 1, 0),
      ]),
    ],
    [2, Buffer.concat([version, u16(ASCENT, -DESCENT, 0, 650, 0, 0, 700, 1, 0, 0, 0, 0, 0, 0, 0, count)])],
    [3, u16(...advances.flatMap((advance, i) => [advance, lefts[i - 1] ?? 0]))],
    [
      4,
      Buffer.concat([
        version,
        u16(count, Math.max(...points), Math.max(...contours), 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
      ]),
    ],
    [5, nameTable()],
    [
      6,
      Buffer.concat([
        u16(4, 600, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
        Buffer.alloc(10),
        u32(1, 0, 0, 0, 0x20202020),
        u16(0x40, Math.min(...codes), Math.max(...codes), ASCENT, -DESCENT, 0, ASCENT, DESCENT),
        u32(1, 0),
        u16(520, 740, 0, 32, 1),
      ]),
    ],
    [7, Buffer.concat([u32(0x00030000), Buffer.alloc(28)])],
    [10, Buffer.concat(glyphs)],
    [11, u32(...offsets)],
  ];
}

/** A number in groups of seven bits, the highest first (WOFF2 §4.1 "UIntBase128"). */
function base128(value: number): number[] {
  const groups = [value & 127];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) groups.unshift((rest & 127) | 128);
  return groups;
}

/** The font of the company's sign as WOFF2: five letters, drawn here, so that nobody's licence is needed. */
export function buildSignFont(): Uint8Array {
  const all = tables();
  // "glyf" and "loca" stand as they are: transform version 3 (WOFF2 §5.1).
  const directory = Buffer.from(
    all.flatMap(([tag, data]) => [tag === 10 || tag === 11 ? tag | 0xc0 : tag, ...base128(data.length)]),
  );
  const plain = Buffer.concat(all.map(([, data]) => data));
  const packed = brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT },
  });
  const padding = Buffer.alloc(-(48 + directory.length + packed.length) & 3);
  const length = 48 + directory.length + packed.length + padding.length;
  const sfntLength = 12 + all.reduce((sum, [, data]) => sum + 16 + ((data.length + 3) & ~3), 0);
  const header = Buffer.concat([
    u32(0x774f4632, 0x00010000, length),
    u16(all.length, 0),
    u32(sfntLength, packed.length),
    u16(1, 0),
    u32(0, 0, 0, 0, 0),
  ]);
  return Buffer.concat([header, directory, packed, padding]);
}
