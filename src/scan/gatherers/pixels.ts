import { initiatorsOf } from '../computed/initiator-chain.ts';
import { partyOf } from '../computed/party.ts';
import type { Gatherer, GatherRun } from '../gatherer.ts';
import type { Hop, LoggedRequest } from '../page/network-log.ts';

/** Nothing that a visitor could see fits into so many bytes. */
const MOST_BYTES = 200;

const isRedirect = ({ status }: Hop) => status >= 300 && status < 400;

function isPixel(request: LoggedRequest, hop: Hop, siteHost: string): boolean {
  const url = new URL(hop.url);
  // A site's own tiny image is decoration unless it carries something.
  if (partyOf(url.hostname, siteHost) === 'first' && !url.search) return false;
  if (request.type === 'ping') return true;
  if (request.type !== 'image' || hop.status === 0 || hop.status >= 400) return false;
  if (isRedirect(hop) || hop.status === 204) return true;
  return request.bytes <= MOST_BYTES && !/svg|x-icon|microsoft\.icon/.test(hop.mimeType);
}

function gather(run: GatherRun): void {
  const requests = run.network.requests();
  for (const request of requests) {
    request.hops.forEach((hop, index) => {
      if (!isPixel(request, hop, run.siteHost)) return;
      const url = new URL(hop.url);
      const sent = url.search.slice(1);
      run.observe({
        kind: 'pixel',
        name: `${url.hostname}${url.pathname}`.slice(0, 4096),
        host: url.hostname,
        lifetimeSeconds: null,
        valueBytes: Buffer.byteLength(sent),
        valueHash: sent ? run.hash(sent) : '',
        time: Date.now(),
        initiators: initiatorsOf(requests, request, index),
      });
    });
  }
}

/** Images that show nothing and pings that ask for nothing: they are there to tell. */
const pixels: Gatherer = { id: 'pixels', start: (run) => ({ pageEnd: () => gather(run) }) };

export default pixels;
