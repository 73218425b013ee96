import { askFirst, config, REFUSAL } from './config.ts';
import { readCookies } from './cookies.ts';
import { writeCookie } from './natives.ts';

/**
 * Takes back every yes where the UI, which makes and records all other answers, cannot be had: nobody depends on a server to
 * say no. From then on nothing optional runs without a new answer, whatever the regime; the next page that has the UI records it.
 */
export function refuse(): void {
  askFirst();
  // A browser takes no notice of those domains that the page is not on; the first that covers it has the answer too.
  for (const domain of [...config.domains, ''])
    if (!readCookies().includes(REFUSAL))
      writeCookie(`${REFUSAL}; Path=/; Max-Age=15552000; Domain=${domain}`);
}
