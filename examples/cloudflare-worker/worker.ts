import { coreTag, filterSetCookie, pageRequest, type RuntimeConfig, rewriteResponse } from 'avowal/rewrite';
// What the runtime of the site knows: written by `avowal build`, and served by `avowal serve` at /c/<site>.json.
import site from './site.json' with { type: 'json' };

const config = site as RuntimeConfig;

interface Env {
  /** Address of the core: `/c/<site>.js` of the Avowal server, or of the files that `avowal build` wrote. */
  readonly CORE_URL: string;
}

/** Stands in front of the site's own server, and rewrites its pages on their way to the visitor. */
const worker = {
  async fetch(request: Request, { CORE_URL }: Env): Promise<Response> {
    const options = { script: coreTag({ src: CORE_URL }) };
    const answer = await fetch(pageRequest(request, config, options));
    const response = rewriteResponse(request, answer, config, options);
    return withAllowedCookies(request, response);
  },
};
export default worker;

/** Optional cookies that the site's own server sets wait for consent too. */
function withAllowedCookies(request: Request, response: Response): Response {
  const cookies = response.headers.getSetCookie();
  const allowed = filterSetCookie(cookies, request.headers.get('cookie') ?? '', config);
  if (allowed.length === cookies.length) return response;
  const changed = new Response(response.body, response);
  changed.headers.delete('set-cookie');
  for (const cookie of allowed) changed.headers.append('set-cookie', cookie);
  return changed;
}
