import { type DemoMode, demoUrl } from '../demo-mode.ts';

const HOST = 'https://googleads.g.doubleclick.net';

/** A slot for an advertisement, with something to read where none is loaded, and the pixel that counts who saw it. */
export const advertisement = (mode: DemoMode): string => `<aside class="slot" aria-label="Advertisement">
<p>This space is for rent. It pays for the free edition.</p>
<iframe src="${demoUrl(`${HOST}/pagead/ads?client=ca-pub-1066&slot=2`, mode).replace('&', '&amp;')}" title="Advertisement" loading="eager"></iframe>
<img src="${demoUrl(`${HOST}/pagead/viewthroughconversion/1066/?guid=ON`, mode)}" width="1" height="1" alt="">
</aside>`;
