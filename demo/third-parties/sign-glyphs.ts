/** A point of an outline in font units, 1000 to the em; off the curve = control point of a quadratic curve. */
interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/** One closed outline. Clockwise fills, anticlockwise cuts out (OpenType "glyf"). */
export type Contour = readonly OutlinePoint[];

/** A letter of the company's sign. */
export interface SignGlyph {
  readonly character: string;
  readonly advance: number;
  readonly contours: readonly Contour[];
}

const STROKE = 92;
const X_HEIGHT = 520;
const MIDDLE = X_HEIGHT / 2;
/** Round letters reach a little further, or they look smaller. */
const RADIUS = MIDDLE + 10;

const polygon = (...corners: readonly (readonly [number, number])[]): Contour =>
  corners.map(([x, y]) => ({ x, y, on: true }));

const bar = (left: number, bottom: number, top: number): Contour =>
  polygon([left, bottom], [left, top], [left + STROKE, top], [left + STROKE, bottom]);

/** An arc in steps of 45°, from `start` times 45° on; negative steps run clockwise. */
function arc(cx: number, cy: number, radius: number, start: number, steps: number): OutlinePoint[] {
  const direction = Math.sign(steps);
  const at = (eighths: number, distance: number, on: boolean) => ({
    x: Math.round(cx + distance * Math.cos((eighths * Math.PI) / 4)),
    y: Math.round(cy + distance * Math.sin((eighths * Math.PI) / 4)),
    on,
  });
  return Array.from({ length: Math.abs(steps) }, (_, i) => [
    at(start + i * direction, radius, true),
    at(start + (i + 0.5) * direction, radius / Math.cos(Math.PI / 8), false),
  ])
    .flat()
    .concat(at(start + steps, radius, true));
}

const ring = (cx: number): Contour[] => [
  arc(cx, MIDDLE, RADIUS, 0, -8).slice(0, -1),
  arc(cx, MIDDLE, RADIUS - STROKE, 0, 8).slice(0, -1),
];

function arch(left: number): Contour[] {
  const radius = 222;
  const cx = left + radius;
  const cy = X_HEIGHT + 10 - radius;
  const over = arc(cx, cy, radius, 4, -4);
  const back = arc(cx, cy, radius - STROKE, 0, 4);
  return [[...over, ...polygon([cx + radius, 0], [cx + radius - STROKE, 0]), ...back]];
}

/** The letters of the sign, drawn from circles and bars. */
export const SIGN_GLYPHS: readonly SignGlyph[] = [
  { character: 'a', advance: 650, contours: [...ring(310), bar(488, 0, X_HEIGHT)] },
  {
    character: 'k',
    advance: 560,
    contours: [
      bar(70, 0, 740),
      polygon([140, 200], [395, X_HEIGHT], [512, X_HEIGHT], [225, 158]),
      polygon([212, 268], [280, 338], [534, 0], [418, 0]),
    ],
  },
  { character: 'n', advance: 580, contours: [bar(70, 0, X_HEIGHT), ...arch(70)] },
  { character: 'o', advance: 610, contours: ring(305) },
  { character: 'p', advance: 650, contours: [bar(70, -200, X_HEIGHT), ...ring(340)] },
];
