import type { ResolvedConfig } from '../../model/resolved-config.ts';

/** The full width at the bottom, the buttons in one row. */
const WIDE =
  '.n{inset-inline:0;bottom:0;width:auto;border-width:1px 0 0;border-radius:0}' +
  '@media(min-width:640px){.n .b>*{flex-basis:132px}}';

/**
 * Style rules of the first layer's layout, so that a visitor downloads no other. `.n` is the notice, `.x` its text, `#d`
 * what it asks, `.b` its buttons: see client/ui/style.ts.
 */
export function compileLayout({ layout, position }: Pick<ResolvedConfig, 'layout' | 'position'>): string {
  switch (layout) {
    case 'box':
      return `.n{inset-inline-${position}:16px}@media(max-width:639px){.n{inset-inline:8px;bottom:8px;width:auto}}`;
    case 'centre':
      return '.n{inset:0;height:fit-content;width:min(520px,100% - 32px)}@media(max-width:639px){.n{width:calc(100% - 16px)}}';
    case 'banner':
      // On large screens the text stands in two columns.
      return `${WIDE}@media(min-width:640px){.n>*{padding-inline:max(22px,50% - 560px)}#d{columns:2 400px;column-gap:40px}#d>*{break-inside:avoid}}`;
    case 'bar':
      return `${WIDE}@media(min-width:1100px){.n{flex-direction:row;align-items:center}.n>*{padding-block:14px}.n .x{flex:1}.n .b{flex:none;width:540px}}`;
  }
}
