import { createSocket, type Socket } from 'node:dgram';
import { afterAll, expect, it } from 'vitest';
import { findAliases, systemResolveCname } from './find-aliases.ts';

const NAMES: Readonly<Record<string, string>> = {
  'metrics.example.org': 'example.org.data.adobedc.net',
  'shop.example.org': 'shops.host.example',
  'shops.host.example': 'eu.host.example',
  'static.example.org': 'www.example.org',
  'a.example.org': 'b.example.org',
  'b.example.org': 'a.example.org',
  'long.example.org': 'UPPER.Omtrdc.NET.',
};
const find = (...hosts: string[]) =>
  findAliases(hosts, async (host) => {
    const name = NAMES[host];
    if (!name) throw new Error('ENODATA');
    return [name];
  });

it('names the service that a host of the site stands for', async () => {
  expect(await find('metrics.example.org')).toEqual([
    { host: 'metrics.example.org', targets: ['example.org.data.adobedc.net'], service: 'adobe-analytics' },
  ]);
  expect(await find('long.example.org')).toMatchObject([{ service: 'adobe-analytics' }]);
});

it('follows a chain to its end, and names no service where nobody knows one', async () => {
  expect(await find('shop.example.org')).toEqual([
    { host: 'shop.example.org', targets: ['shops.host.example', 'eu.host.example'], service: null },
  ]);
});

it('says nothing of another name within the site, of a circle, of a host without another name and of an address', async () => {
  expect(await find('static.example.org', 'a.example.org', 'www.example.org', '127.0.0.1')).toEqual([]);
});

it('asks for each host once', async () => {
  const asked: string[] = [];
  await findAliases(['a.test', 'a.test', 'b.test'], async (host) => {
    asked.push(host);
    return [];
  });
  expect(asked).toEqual(['a.test', 'b.test']);
});

const encode = (name: string) =>
  Buffer.concat([
    ...name
      .split('.')
      .filter(Boolean)
      .flatMap((label) => [Buffer.from([label.length]), Buffer.from(label)]),
    Buffer.from([0]),
  ]);

function decode(packet: Buffer): string {
  const labels: string[] = [];
  for (let at = 12; packet[at]; at += (packet[at] ?? 0) + 1)
    labels.push(packet.toString('ascii', at + 1, at + 1 + (packet[at] ?? 0)));
  return labels.join('.');
}

/** A name server (RFC 1035) that knows {@link NAMES}; of others it says that they do not exist. */
async function startNameServer(): Promise<Socket> {
  const server = createSocket('udp4');
  server.on('message', (query, { port, address }) => {
    const name = decode(query);
    const target = NAMES[name.toLowerCase()];
    const question = query.subarray(12, 12 + encode(name).length + 4);
    const header = Buffer.from(query.subarray(0, 12));
    header.writeUInt16BE(target ? 0x8180 : 0x8183, 2);
    header.writeUInt16BE(target ? 1 : 0, 6);
    header.writeUInt32BE(0, 8);
    const data = encode(target ?? '');
    const fixed = Buffer.from([0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, data.length]);
    server.send(Buffer.concat([header, question, ...(target ? [fixed, data] : [])]), port, address);
  });
  await new Promise<void>((done) => server.bind(0, '127.0.0.1', done));
  return server;
}

const server = await startNameServer();
afterAll(() => new Promise<void>((done) => server.close(done)));

it('asks a real name server, which knows of some and not of others', async () => {
  const resolve = systemResolveCname([`127.0.0.1:${server.address().port}`]);
  expect(await findAliases(['metrics.example.org', 'shop.example.org', 'none.example.org'], resolve)).toEqual(
    [
      { host: 'metrics.example.org', targets: ['example.org.data.adobedc.net'], service: 'adobe-analytics' },
      { host: 'shop.example.org', targets: ['shops.host.example', 'eu.host.example'], service: null },
    ],
  );
});
