import { coreTag } from '../../rewrite/core-tag.ts';

/** What a site puts first in `<head>`. `base`: the address under which browsers on the site reach the server, or its files. */
export const installSnippet = (site: string, base: string): string =>
  coreTag({ src: `${base}/c/${site}.js` });
