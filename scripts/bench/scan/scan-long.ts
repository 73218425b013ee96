import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Inventory } from '../../../src/model/inventory.ts';
import type { ScanEvent } from '../../../src/scan/scan-options.ts';
import { scanSite } from '../../../src/scan/scan-site.ts';
import { memoryOfChildren } from './watch-processes.ts';

/** A site of endlessly many light pages, each of which leads to ten more, with a script, a picture and a frame of another site. */
function startEndlessSite() {
  const server = createServer((request, response) => {
    const page = Number(/^\/page\/(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
    const { port } = server.address() as AddressInfo;
    const send = (type: string, body: string) =>
      response.writeHead(200, { 'content-type': type, 'set-cookie': 'session=1' }).end(body);
    if (request.url?.endsWith('.js'))
      send(
        'text/javascript',
        `document.cookie = 'area${page % 7}=1'; localStorage.setItem('seen', '${page}');`,
      );
    else if (request.url === '/frame')
      send('text/html', `<script>localStorage.setItem('frame', '1')</script>`);
    else
      send(
        'text/html',
        `<!doctype html><title>Page ${page}</title>${Array.from({ length: 10 }, (_, at) => `<a href="/page/${page * 10 + at + 1}">${at}</a>`).join(' ')}
${'<p>Words to read.</p>'.repeat(50)}<img src="http://localhost:${port}/page/${page}/picture" alt=""><script src="/page/${page}/page.js"></script>
<iframe src="http://localhost:${port}/frame" title="Frame"></iframe>`,
      );
  });
  return new Promise<{ url: string; close(): void }>((done) =>
    server.listen(0, '127.0.0.1', () =>
      done({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        close: () => void server.close().closeAllConnections(),
      }),
    ),
  );
}

/** What does not depend on the time at which something happened. */
const factsOf = ({ pages, trackers, requests, scenarios, problems }: Inventory) =>
  JSON.stringify([
    pages.map(({ milliseconds, ...facts }) => facts),
    trackers.map(({ valueHashes, evidence, ...facts }) => [facts, evidence.map(({ time, ...rest }) => rest)]),
    requests,
    scenarios,
    problems,
  ]);

/** Scans `pages` light pages, prints memory on the way, then does it again with an interruption in the middle. */
export async function scanLong(pages: number, folder: string): Promise<void> {
  const site = await startEndlessSite();
  const begun = performance.now();
  const show = ({ number }: { number: number }) => {
    const own = process.memoryUsage();
    const [heap, browser] = [own.heapUsed / 1e6, memoryOfChildren()].map(Math.round);
    const seconds = Math.round((performance.now() - begun) / 1000);
    console.log(`| ${number} | ${seconds} | ${heap} | ${browser} |`);
  };
  const scan = (name: string, onProgress: (event: ScanEvent) => void, rest: object = {}) =>
    scanSite({
      urls: [site.url],
      outDir: join(folder, name),
      scenarios: ['none'],
      maxPages: pages,
      allowPrivate: true,
      onProgress,
      ...rest,
    });
  const marks = new Set([1, 50, 250, 500, pages]);
  try {
    console.log('| page | seconds | heap MB | browser MB |\n| ---: | ---: | ---: | ---: |');
    const whole = await scan('whole', (event) => {
      if (event.type === 'page' && (marks.has(event.number) || event.number % 500 === 0)) show(event);
    });
    const size = (file: string) => Math.round(statSync(join(folder, 'whole', file)).size / 1000);
    console.log(`\ninventory ${size('inventory.json')} kB, report ${size('report.html')} kB`);
    const stop = new AbortController();
    const part = await scan(
      'part',
      (event) => {
        if (event.type === 'page' && event.number >= pages / 2) stop.abort();
      },
      { signal: stop.signal },
    );
    const journal = readFileSync(join(folder, 'part', 'scan.journal.jsonl'), 'utf8').split('\n').length - 2;
    const rest = await scan('part', () => {}, { urls: [], resume: true });
    const isSame = factsOf(rest) === factsOf(whole);
    console.log(
      `interrupted after ${part.pages.length} pages (${journal} in the journal), resumed to ${rest.pages.length}: ${isSame ? 'the same inventory' : 'NOT the same inventory'}`,
    );
    if (!isSame) process.exitCode = 1;
  } finally {
    site.close();
  }
}
