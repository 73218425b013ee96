import type { NoticeMaker } from '../../model/notice-facts.ts';
import { partyOf } from '../computed/party.ts';
import type { NoticeButton } from './look-for-buttons.ts';
import type { Load } from './watch-loads.ts';

const hostOf = (url: string) => URL.parse(url)?.hostname ?? '';

/** The script that made the button, as the browser remembers it; nothing where it stands in the HTML of the page. */
async function scriptOf({ session, objectId }: NoticeButton): Promise<string | undefined> {
  // Only of a document that was asked for the browser tells anything.
  await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.requestNode', { objectId });
  const { creation } = await session.send('DOM.getNodeStackTraces', { nodeId });
  return creation?.callFrames.find(({ url }) => /^https?:/.test(url))?.url;
}

/** Who makes the notice, and what the page loads from there where that is another company. */
export async function findMaker(
  control: NoticeButton,
  siteHost: string,
  loads: readonly Load[],
): Promise<NoticeMaker | undefined> {
  const url = await scriptOf(control);
  if (!url) return undefined;
  const script = url.replace(/[?#].*/, '');
  const host = hostOf(url);
  if (partyOf(host, siteHost) === 'first') return { script };
  const own = loads.filter((load) => hostOf(load.url) === host);
  const bytes = own.reduce((sum, load) => sum + load.bytes, 0);
  return { script, requests: own.length, kilobytes: Math.round(bytes / 1000) };
}
