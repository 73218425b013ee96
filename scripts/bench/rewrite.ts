// npm run bench:rewrite: how fast pages are rewritten, against what else reads HTML in a stream.
//
// Method. Four pages, made here: one of many tags, one of much text, one of much inline script and style, one with many
// third parties. Each candidate gets the same pieces of 16 KiB, as a server sends them, and gives out a whole page. All but
// the first two do nothing but read and write the page again, which is less than Avowal does. In each round every candidate
// rewrites every page until 80 ms are over, in an order that moves on with each round; the figure is the median of the
// rounds. CPU time of this process is counted, not the time on the wall, so that other work on the machine matters little.
import { performance } from 'node:perf_hooks';
import { Parser } from 'htmlparser2';
import { RewritingStream } from 'parse5-html-rewriting-stream';
import { createPageRewriter } from '../../src/rewrite/page-rewriter.ts';
import { RUNTIME_CONFIG } from '../../src/rewrite/testing/runtime-config.ts';
import { printHelp } from './print-help.ts';

printHelp(import.meta.url);

const ROUNDS = 9;
const SLICE_MS = 80;
const PIECE = 16_384;

const card = (n: number) =>
  `<article class="card wide" id="p${n}"><h2><a href="/p/${n}?a=1&amp;b=2">Product ${n}</a></h2><p>A short description of it.</p><img src="/img/${n}.jpg" srcset="/img/${n}.jpg 1x, /img/${n}@2.jpg 2x" alt="" loading="lazy" width="320" height="200"><ul><li>one</li><li>two</li></ul></article>\n`;
const paragraph = `<p>${'Some words that a reader came for, and then some more of them. '.repeat(12)}</p>\n`;
const tags = [
  '<script async src="https://stats.test/a.js"></script>',
  '<script async src="https://www.cdn.test/b.js"></script>',
  '<iframe src="https://video.test/e/1" title="v" allow="autoplay"></iframe>',
  '<noscript><img height=1 width=1 src="https://stats.test/p.gif"></noscript>',
  '<div class="hero" style="background:url(https://img.example.org/a.jpg)"></div>\n',
].join('');
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Page</title></head><body>${body}</body></html>`;
const PAGES: Readonly<Record<string, string>> = {
  tags: page(Array.from({ length: 400 }, (_, n) => card(n)).join('')),
  text: page(paragraph.repeat(250)),
  code: page(
    `<style>${'.a > .b { color: red; margin: 0 auto }\n'.repeat(2000)}</style><script>${'if (a < b) c("<p>" + d);\n'.repeat(4000)}</script>`,
  ),
  'third parties': page((tags + paragraph).repeat(120)),
};

const pieces = (html: string) => html.match(new RegExp(`[\\s\\S]{1,${PIECE}}`, 'g')) ?? [];

/** Rewrites a page given in pieces, and returns the length of what came out. */
type Candidate = (chunks: readonly string[], bytes: readonly Buffer[]) => number | Promise<number>;

const SCRIPT = '<script src="/_avowal/c/example.js"></script>';
const WITHOUT_PATHS = {
  ...RUNTIME_CONFIG,
  services: RUNTIME_CONFIG.services.map((service) => ({
    ...service,
    hosts: service.hosts.filter((rule) => !rule.startsWith('*')),
  })),
};

const CANDIDATES: Readonly<Record<string, Candidate>> = {
  'avowal/rewrite': (chunks) => {
    const rewriter = createPageRewriter(WITHOUT_PATHS, { script: SCRIPT });
    let length = 0;
    for (const chunk of chunks) length += rewriter.write(chunk).length;
    return length + rewriter.end().length;
  },
  'avowal/rewrite, bytes': (_, bytes) => {
    const rewriter = createPageRewriter(WITHOUT_PATHS, { script: SCRIPT }, true);
    let length = 0;
    for (const chunk of bytes)
      length += Buffer.from(rewriter.write(chunk.toString('latin1')), 'latin1').length;
    return length + rewriter.end().length;
  },
  'pass through, bytes to text and back': (_, bytes) => {
    let length = 0;
    for (const chunk of bytes) length += Buffer.from(chunk.toString('latin1'), 'latin1').length;
    return length;
  },
  'parse5-html-rewriting-stream': async (chunks) => {
    const stream = new RewritingStream();
    let length = 0;
    stream.on('data', (html: string) => {
      length += html.length;
    });
    stream.on('startTag', (_, raw) => stream.emitRaw(raw));
    for (const chunk of chunks) await new Promise<void>((done) => stream.write(chunk, () => done()));
    await new Promise<void>((done) => stream.on('end', done).end());
    return length;
  },
  'htmlparser2 (not as browsers read)': (chunks) => {
    let length = 0;
    const parser = new Parser({
      onopentag: (name, attributes) => {
        const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
        length += `<${name}${written.join('')}>`.length;
      },
      ontext: (text) => {
        length += text.length;
      },
      onclosetag: (name) => {
        length += `</${name}>`.length;
      },
    });
    for (const chunk of chunks) parser.write(chunk);
    parser.end();
    return length;
  },
};

async function megabytesPerSecond(candidate: Candidate, html: string): Promise<number> {
  const chunks = pieces(html);
  const bytes = chunks.map((chunk) => Buffer.from(chunk));
  const size = Buffer.byteLength(html);
  const start = process.cpuUsage();
  const until = performance.now() + SLICE_MS;
  let times = 0;
  do {
    await candidate(chunks, bytes);
    times++;
  } while (performance.now() < until);
  const { user, system } = process.cpuUsage(start);
  return (size * times) / (user + system);
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const names = Object.keys(CANDIDATES);
const results = new Map<string, number[]>();
for (let round = -1; round < ROUNDS; round++) {
  for (let turn = 0; turn < names.length; turn++) {
    const name = names[(turn + round + 1) % names.length] as string;
    for (const [kind, html] of Object.entries(PAGES)) {
      const speed = await megabytesPerSecond(CANDIDATES[name] as Candidate, html);
      const key = `${name}|${kind}`;
      // The first round only warms up.
      if (round >= 0) results.set(key, [...(results.get(key) ?? []), speed]);
    }
  }
}

console.log(`MB of HTML a second of CPU time, median of ${ROUNDS} rounds; Node ${process.version}\n`);
console.log(`| | ${Object.keys(PAGES).join(' | ')} |\n| --- |${' ---: |'.repeat(Object.keys(PAGES).length)}`);
for (const name of names) {
  const cells = Object.keys(PAGES).map((kind) => median(results.get(`${name}|${kind}`) ?? []).toFixed(0));
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}
