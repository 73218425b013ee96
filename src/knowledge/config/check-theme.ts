import type { Config } from '../../model/config.ts';
import { contrastRatio, withContrast } from '../contrast.ts';
import { type Refusal, refuse } from './refuse-unlawful.ts';
import { CONTROL_CONTRAST, TEXT_CONTRAST, type ThemeColours, themePalettes } from './theme-palette.ts';

type Colour = keyof ThemeColours;

/** What stands on what, what that is, and the contrast that it needs. */
const PAIRS: readonly (readonly [Colour, Colour, string, number])[] = [
  ['ink', 'paper', 'text needs', TEXT_CONTRAST],
  ['onAccent', 'accent', 'text on buttons needs', TEXT_CONTRAST],
  ['accent', 'paper', 'buttons and switches need', CONTROL_CONTRAST],
];

/** Rounded down, so that 4.4996 does not read as enough. */
const ratioText = (ratio: number) => `${Math.floor(ratio * 100) / 100}:1`;

/** Throws `CONFIG_UNLAWFUL` (A11Y-003) for every pair of colours that people with low vision could not tell apart. */
export function checkTheme({ theme = {} }: Config, file: string): void {
  const palettes = themePalettes(theme);
  const refusals: Refusal[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    const chosen: Partial<ThemeColours> = (scheme === 'light' ? theme : theme.dark) ?? {};
    const prefix = scheme === 'light' ? 'theme' : 'theme.dark';
    for (const [front, ground, what, needed] of PAIRS) {
      const colours = palettes[scheme];
      const ratio = contrastRatio(colours[front], colours[ground]);
      if (ratio >= needed) continue;
      // The one that the person wrote is the one to change.
      const [change, keep] = chosen[front] ? [front, ground] : [ground, front];
      refusals.push({
        path: `${prefix}.${change}`,
        rule: 'A11Y-003',
        source: 'WCAG 2.2 SC 1.4.3 and 1.4.11',
        why: `${front} ${colours[front]} on ${ground} ${colours[ground]} has a contrast of ${ratioText(ratio)}, and ${what} ${needed}:1 in the ${scheme} scheme.`,
        fix: `Write "${withContrast(colours[change], colours[keep], needed)}", or change ${prefix}.${keep}.`,
      });
    }
  }
  refuse(refusals, file);
}
