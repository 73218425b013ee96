import { answer, type DemoAnswer, type DemoRequest, notFound } from '../demo-exchange.ts';
import { BLANK_GIF } from './blank-gif.ts';
import { readAsset } from './read-asset.ts';

const SCRIPT = readAsset('matomo.js');

/** matomo.kopano.com: counts visits. Its script writes `_pk_id.*` and `_pk_ses.*` on the page's own host. */
export function matomo({ url }: DemoRequest): DemoAnswer {
  if (url.pathname === '/matomo.js') return answer('text/javascript; charset=utf-8', SCRIPT);
  if (url.pathname === '/matomo.php') return answer('image/gif', BLANK_GIF);
  return notFound();
}
