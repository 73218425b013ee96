// Browsers that answer, as a process of its own: node load.ts PORT CONFIG_HASH SNAPSHOT CONNECTIONS MILLISECONDS RECORDS. Each connection
// sends an answer, waits for the acknowledgement and sends the next, until the time is over or so many are acknowledged.
// Bare sockets: what they cost the machine is taken away from the server.
import { connect, type Socket } from 'node:net';
import { randomId } from '../../../src/client/answer/random-id.ts';
import { fixtureSubmission } from '../../../src/server/testing/fixture-submission.ts';

/** What came of it. */
export interface Load {
  readonly acknowledged: number;
  readonly seconds: number;
  /** Milliseconds from the request to its acknowledgement. */
  readonly p50: number;
  readonly p99: number;
  /** Microseconds of processor time that an answer cost who sent it. */
  readonly browser: number;
}

const [port = 0, , , connections = 0, milliseconds = 0, records = 0] = process.argv.slice(2).map(Number);
const [, , , configHash = '', snapshot = ''] = process.argv;

const template = JSON.stringify({
  ...fixtureSubmission({ configHash, id: 'ID', consentId: 'CONSENT' }),
  snapshot,
});
const [start = '', middle = '', end = ''] = template.split(/ID|CONSENT/);
const length = Buffer.byteLength(template) - 'ID'.length - 'CONSENT'.length + 2 * randomId().length;
const head = [
  'POST /api/v1/consents HTTP/1.1',
  'Host: consent.example',
  'Origin: https://www.shop.example',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'Accept: */*',
  'Accept-Language: en-GB,en;q=0.9',
  'Accept-Encoding: gzip, deflate, br, zstd',
  'Content-Type: application/json',
  `Content-Length: ${length}`,
].join('\r\n');
const isIdFirst = template.indexOf('"ID"') < template.indexOf('"CONSENT"');
if (!isIdFirst) throw new Error('the fields of a submission stand in another order now');
const request = () => `${head}\r\n\r\n${start}${randomId()}${middle}${randomId()}${end}`;

const latencies: number[] = [];
const began = performance.now();
const used = process.cpuUsage();
const isOver = () => performance.now() - began >= milliseconds || latencies.length >= records;

/** The length of a response at the beginning of a text; 0 where it is not whole yet. */
function responseLength(text: string): number {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return 0;
  const known = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
  if (known !== undefined) {
    const whole = headEnd + 4 + Number(known);
    return text.length >= whole ? whole : 0;
  }
  const last = text.indexOf('\r\n0\r\n\r\n', headEnd);
  return last < 0 ? 0 : last + 7;
}

const converse = (socket: Socket) =>
  new Promise<void>((done, fail) => {
    let sent = performance.now();
    let received = '';
    const send = () => {
      sent = performance.now();
      socket.write(request());
    };
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('connect', send).on('error', fail);
    socket.on('data', (chunk: string) => {
      received += chunk;
      const whole = responseLength(received);
      if (whole === 0) return;
      if (!received.startsWith('HTTP/1.1 201')) return fail(new Error(received));
      received = received.slice(whole);
      latencies.push(performance.now() - sent);
      if (!isOver()) return send();
      socket.destroy();
      done();
    });
  });

await Promise.all(Array.from({ length: connections }, () => converse(connect(port, '127.0.0.1'))));
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage(used);
latencies.sort((a, b) => a - b);
const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
const load: Load = {
  acknowledged: latencies.length,
  seconds,
  p50: at(0.5),
  p99: at(0.99),
  browser: (user + system) / latencies.length,
};
process.send?.(load);
