import type { Config } from '../../model/config.ts';
import { contrastRatio, mixColours, withContrast } from '../contrast.ts';

type Theme = NonNullable<Config['theme']>;

/** The colours that a person may choose, `#rrggbb`. */
export interface ThemeColours {
  /** Buttons, switches that are on, focus. */
  readonly accent: string;
  readonly onAccent: string;
  readonly paper: string;
  readonly ink: string;
}

/** All colours of the notice in one scheme. */
export interface Palette extends ThemeColours {
  /** Lesser text, and the boundaries of switches. */
  readonly muted: string;
  /** Lines that only decorate. */
  readonly line: string;
  /** Ground of cards. */
  readonly wash: string;
}

/** What text needs on its ground (WCAG 2.2 SC 1.4.3). */
export const TEXT_CONTRAST = 4.5;

/** What the boundary of a control needs (WCAG 2.2 SC 1.4.11). */
export const CONTROL_CONTRAST = 3;

const LIGHT: ThemeColours = { accent: '#0f5f50', onAccent: '#ffffff', paper: '#ffffff', ink: '#18211e' };
const DARK: ThemeColours = { accent: '#7fd8bf', onAccent: '#08201a', paper: '#1a211e', ink: '#e8eeea' };

const readable = (ground: string) =>
  contrastRatio('#ffffff', ground) >= TEXT_CONTRAST ? '#ffffff' : withContrast(ground, ground, 7);

/** Lesser text: as much paper in the ink as still reads on every ground. */
function mutedOf(ink: string, paper: string, wash: string): string {
  for (let share = 0.68; share < 1; share += 0.04) {
    const muted = mixColours(ink, paper, share);
    if (contrastRatio(muted, paper) >= TEXT_CONTRAST && contrastRatio(muted, wash) >= TEXT_CONTRAST)
      return muted;
  }
  return ink;
}

function complete(colours: ThemeColours): Palette {
  const { accent, paper, ink } = colours;
  const wash = mixColours(accent, paper, 0.07);
  return { ...colours, muted: mutedOf(ink, paper, wash), line: mixColours(ink, paper, 0.2), wash };
}

function colours(chosen: Partial<ThemeColours>, standard: ThemeColours, brand?: string): ThemeColours {
  const paper = chosen.paper ?? standard.paper;
  const ink = chosen.ink ?? (chosen.paper ? withContrast(standard.ink, paper, 10) : standard.ink);
  const own = chosen.accent ?? (brand && withContrast(brand, paper, TEXT_CONTRAST));
  const accent = own ?? standard.accent;
  return { paper, ink, accent, onAccent: chosen.onAccent ?? (own ? readable(accent) : standard.onAccent) };
}

/** Both schemes of a theme; what is left out follows from what is there, the dark scheme from the accent of the light one. */
export function themePalettes(theme: Theme): { readonly light: Palette; readonly dark: Palette } {
  return {
    light: complete(colours(theme, LIGHT)),
    dark: complete(colours(theme.dark ?? {}, DARK, theme.accent)),
  };
}
