import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of six pages with a session cookie, a statistics cookie and one that nobody knows. */
export interface SmallSite {
  readonly url: string;
  /** Pages asked for so far. */
  readonly visits: readonly string[];
  close(): Promise<void>;
}

const page = (
  path: string,
) => `<!doctype html><html lang="en"><title>Page ${path}</title><h1>Page ${path}</h1>
${[1, 2, 3, 4, 5].map((n) => `<a href="/page${n}">Page ${n}</a>`).join(' ')}
<script>
  document.cookie = '_pk_id.1.1fff=0123456789abcdef.1; path=/; max-age=33955200';
  document.cookie = 'strange=1; path=/; max-age=86400';
</script>`;

/** Starts it on a free port; each page takes `milliseconds` to answer. */
export async function startSmallSite(milliseconds = 0): Promise<SmallSite> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (!/^\/(page\d)?$/.test(path)) {
      response.writeHead(404).end();
      return;
    }
    visits.push(path);
    const headers = { 'Content-Type': 'text/html', 'Set-Cookie': 'PHPSESSID=k3j4h5; Path=/; HttpOnly' };
    setTimeout(() => response.writeHead(200, headers).end(page(path)), milliseconds);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    visits,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
