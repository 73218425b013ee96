import type { CdpSession } from '../browser/cdp-connection.ts';
import type { JarCookie } from './cookie-ledger.ts';

/** The browser's cookie jar of now, values replaced by length and keyed hash. */
export async function readJar(browser: CdpSession, hash: (value: string) => string): Promise<JarCookie[]> {
  const { cookies } = await browser.send('Storage.getCookies');
  return cookies.map((cookie) => ({
    name: cookie.name,
    domain: cookie.domain,
    path: cookie.path,
    expires: cookie.session ? -1 : cookie.expires,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    ...(cookie.sameSite && { sameSite: cookie.sameSite }),
    partitioned: cookie.partitionKey !== undefined,
    valueBytes: Buffer.byteLength(cookie.value),
    valueHash: hash(cookie.value),
  }));
}
