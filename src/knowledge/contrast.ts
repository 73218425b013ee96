/** Red, green and blue from 0 to 255. */
type Rgb = readonly [number, number, number];

const toRgb = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as never;

const toHex = (rgb: Rgb): string => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance (WCAG 2.2, definition of that name). */
function luminance(hex: string): number {
  const [r, g, b] = toRgb(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours (`#rrggbb`), from 1 to 21 (WCAG 2.2, definition of that name). */
export function contrastRatio(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `share` (0 to 1) of the first colour in the second. */
export function mixColours(colour: string, into: string, share: number): string {
  const other = toRgb(into);
  return toHex(
    toRgb(colour).map((part, i) => Math.round(part * share + (other[i] ?? 0) * (1 - share))) as never,
  );
}

/** The colour itself, or the nearest darker or lighter one that has `ratio` on `ground`; black or white at the worst. */
export function withContrast(colour: string, ground: string, ratio: number): string {
  for (let share = 100; share >= 0; share -= 2) {
    for (const end of ['#000000', '#ffffff']) {
      const found = mixColours(colour, end, share / 100);
      if (contrastRatio(found, ground) >= ratio) return found;
    }
  }
  return contrastRatio('#000000', ground) > contrastRatio('#ffffff', ground) ? '#000000' : '#ffffff';
}
