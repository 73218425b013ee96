import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { type Palette, themePalettes } from './theme-palette.ts';

const SYSTEM_FONT = 'system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,sans-serif';

/** The page's style sheets cannot reach what is important in a shadow root: nobody would check their contrast. */
const properties = (entries: Readonly<Record<string, string>>) =>
  Object.entries(entries)
    .map(([name, value]) => `--${name}:${value}!important`)
    .join(';');

const colours = ({ accent, onAccent, paper, ink, muted, line, wash }: Palette) =>
  properties({ a: accent, o: onAccent, p: paper, i: ink, m: muted, l: line, w: wash });

/** The style rules that give the notice its looks: custom properties on the host, for the schemes that the theme has. */
export function compileTheme({
  radius = 14,
  font,
  scheme = 'auto',
  ...theme
}: ResolvedConfig['theme']): string {
  const { light, dark } = themePalettes(theme);
  const shape = `${properties({ r: `${radius}px` })};font-family:${font ?? SYSTEM_FONT}`;
  const first = `:host{${shape};color-scheme:${scheme === 'auto' ? 'light dark' : scheme};${colours(scheme === 'dark' ? dark : light)}}`;
  return scheme === 'auto' ? `${first}@media(prefers-color-scheme:dark){:host{${colours(dark)}}}` : first;
}
