import { crc32, deflateSync } from 'node:zlib';
import type { Tool, ToolFile, Tracker } from './tool.ts';

const SENTENCES = [
  'The market opens at five, long before the first tram crosses the bridge.',
  'Nobody who works here would call it early; the river decides what time it is.',
  'Crates of apples stand beside buckets of tulips, and the coffee is always too hot.',
  'A woman from the islands sells cheese that her neighbours have made for two hundred years.',
  'When the fog lifts, the far bank appears all at once, as if somebody had drawn a curtain.',
  'By nine the best of everything is gone, and the sellers begin to talk about the weather.',
];
const paragraph = (n: number) =>
  `<p>${Array.from({ length: 5 }, (_, at) => SENTENCES[(n * 3 + at) % SENTENCES.length]).join(' ')}</p>`;

/** The style sheet of the site. */
const STYLE = `*{box-sizing:border-box}body{margin:0;font:18px/1.6 Georgia,serif;color:#1b1b1b;background:#fff}
header,main,footer{max-width:680px;margin:auto;padding:16px}header{font:600 15px system-ui}nav a{margin-inline-end:12px;color:#225}
h1{font-size:32px;line-height:1.2;margin:8px 0 16px}h2{font-size:22px;margin:32px 0 8px}img{display:block;width:100%;height:auto}
figure{margin:0 0 20px}figcaption{font-size:14px;color:#555;padding-top:6px}blockquote{margin:24px 0;padding-inline-start:16px;border-inline-start:4px solid #ccc}
footer{font-size:14px;color:#555;border-top:1px solid #ddd}
${Array.from({ length: 60 }, (_, n) => `.card-${n}{display:grid;grid-template-columns:1fr ${n + 1}fr;gap:${n}px;padding:${n % 9}px}`).join('')}`;

/** A picture of some 60 KB that no compression makes smaller. */
function heroImage(): Uint8Array {
  const [width, height] = [800, 600];
  const rows = Buffer.alloc((width / 8 + 1) * height);
  let state = 1;
  for (let at = 0; at < rows.length; at++) {
    // xorshift32: the same picture every time.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    rows[at] = at % (width / 8 + 1) === 0 ? 0 : state & 255;
  }
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // One bit a pixel, black and white.
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** The site's own files. */
export const SITE_FILES: Readonly<Record<string, ToolFile>> = {
  '/assets/site.css': { type: 'text/css; charset=utf-8', body: STYLE },
  '/assets/hero.png': { type: 'image/png', body: heroImage() },
};

/** The HTML of a tracker as it stands in a page without any consent tool. */
export function plainTracker(tracker: Tracker): string {
  switch (tracker.kind) {
    case 'script':
      return `<script async src="${tracker.src}"></script>`;
    case 'inline':
      return `<script>${tracker.code}</script>`;
    case 'iframe':
      return `<iframe src="${tracker.src}" title="Embedded" width="300" height="150"></iframe>`;
    case 'image':
      return `<img src="${tracker.src}" alt="" width="1" height="1">`;
    case 'stylesheet':
      return `<link rel="stylesheet" href="${tracker.src}">`;
  }
}

/** The article with a tool, and trackers at its end as the tool's documentation says. */
export function articlePage(
  tool: Tool,
  trackers: readonly Tracker[],
  write: (tracker: Tracker) => string,
): string {
  const { head = '', bodyStart = '', bodyEnd = '' } = tool.parts(trackers);
  const html = `<!doctype html><html lang="en"><head>${head}<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>The market by the river</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/site.css"></head>
<body>${bodyStart}<header><nav><a href="/">Magazine</a><a href="/culture">Culture</a><a href="/food">Food</a></nav></header>
<main><h1>The market by the river</h1><figure><img src="/assets/hero.png" width="800" height="600" alt="The market in the morning"><figcaption>Five in the morning</figcaption></figure>
${Array.from({ length: 16 }, (_, n) => (n % 5 === 4 ? `<h2>Part ${n}</h2>` : '') + paragraph(n)).join('\n')}
</main><footer>Magazine, since 1953</footer>
${trackers.map(write).join('\n')}${bodyEnd}</body></html>`;
  return tool.rewrite ? tool.rewrite(html) : html;
}
