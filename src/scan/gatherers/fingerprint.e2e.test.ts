import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { scanSite } from '../scan-site.ts';
import { page, script, startHosts } from '../testing/start-hosts.ts';

const outDir = mkdtempSync(join(tmpdir(), 'avowal-fingerprint-'));
afterAll(() => rmSync(outDir, { recursive: true }));

const READS = `const canvas = document.createElement('canvas');
canvas.getContext('2d').fillText('Cwm fjord', 2, 10); canvas.toDataURL();
canvas.getContext('2d').getImageData(0, 0, 200, 50);
new OfflineAudioContext(1, 4096, 44100).startRendering();
navigator.userAgentData?.getHighEntropyValues(['model']);
navigator.mediaDevices?.enumerateDevices();
const pen = document.createElement('canvas').getContext('2d'); for (let n = 0; n < 40; n++) { pen.font = '12px "Font ' + n + '"'; pen.measureText('m'); }`;

it('finds what scripts read to know a device again, and the script and line; drawing alone is no reading', async () => {
  const hosts = await startHosts({
    'site.example/': page(
      '<canvas id="chart"></canvas><script src="https://reader.example/fp.js"></script><script src="/chart.js"></script>',
    ),
    'reader.example/fp.js': script(READS),
    'site.example/chart.js': script(
      `const c = chart.getContext('2d'); c.font = '12px sans-serif'; c.measureText('x'); c.fillRect(0, 0, 9, 9);
const tiny = document.createElement('canvas'); tiny.width = tiny.height = 1; tiny.toDataURL();`,
    ),
  });
  const { trackers } = await scanSite({
    urls: ['https://site.example/'],
    outDir,
    scenarios: ['none'],
    resolve: hosts.resolve,
    insecure: true,
  });
  await hosts.close();
  const found = trackers.filter(({ kind }) => kind === 'fingerprint');
  expect(found.map(({ name, host, party }) => [name, host, party])).toEqual(
    ['audio', 'canvas', 'client-hints', 'fonts', 'media-devices'].map((name) => [
      name,
      'reader.example',
      'third',
    ]),
  );
  const lineOf = (name: string) => found.find((tracker) => tracker.name === name)?.evidence[0]?.initiators[0];
  expect(lineOf('canvas')).toMatchObject({ url: 'https://reader.example/fp.js', line: 2 });
  expect(lineOf('audio')).toMatchObject({ url: 'https://reader.example/fp.js', line: 4 });
  expect(lineOf('fonts')).toMatchObject({ url: 'https://reader.example/fp.js', line: 7 });
});
