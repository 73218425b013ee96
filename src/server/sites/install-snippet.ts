import { coreTag } from '../../rewrite/core-tag.ts';
import type { CompiledSite } from './compile-site.ts';

/**
 * What a site puts first in `<head>`: the guard inline, and the core. `base`: the address under which browsers on the site
 * reach the server, or its files.
 */
export const installSnippet = (
  { guardScript, runtime }: Pick<CompiledSite, 'guardScript' | 'runtime'>,
  base: string,
): string => coreTag({ inline: guardScript }) + coreTag({ src: `${base}/c/${runtime.site}.js` });
