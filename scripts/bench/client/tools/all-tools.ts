import type { Tool } from '../tool.ts';
import { avowalTools } from './avowal.ts';
import { baseline } from './baseline.ts';
import { c15t } from './c15t.ts';
import { cookieyes } from './cookieyes.ts';
import { klaro } from './klaro.ts';
import { osano } from './osano.ts';
import { tarteaucitron } from './tarteaucitron.ts';
import { vanillaCookieconsent } from './vanilla-cookieconsent.ts';

/** Every tool of the benchmark, the bare page first; `blocked`: hosts that those which can are told to hold back. */
export async function allTools(blocked: readonly string[] = []): Promise<readonly Tool[]> {
  const own = (host: string) => [host, ...blocked];
  return [
    baseline,
    ...avowalTools({ media: ['media.test'], stats: own('stats.test'), ads: ['ads.test'] }),
    await vanillaCookieconsent(),
    await klaro(),
    await tarteaucitron(),
    await osano(),
    await c15t(blocked),
    await cookieyes(blocked),
  ];
}
