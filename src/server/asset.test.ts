import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeAsset, sendAsset } from './asset.ts';

const text = 'const greeting = "Grüße"; '.repeat(50);
const asset = makeAsset(text, 'text/javascript; charset=utf-8');
const send = (headers: Record<string, string>) =>
  sendAsset(asset, new Headers(headers), { 'cache-control': 'x' });
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('An asset', () => {
  it('goes out in the smallest form that the browser takes', async () => {
    const br = send({ 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect(br.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(await bytes(br)).toString()).toBe(text);
    const gzip = send({ 'accept-encoding': 'gzip;q=0.5, br;q=0' });
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await bytes(gzip)).toString()).toBe(text);
    const plain = send({});
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect((await bytes(plain)).toString()).toBe(text);
  });

  it('is not sent again to who has it, and is when it was another coding', () => {
    const etag = send({ 'accept-encoding': 'br' }).headers.get('etag') ?? '';
    const again = send({ 'accept-encoding': 'br', 'if-none-match': etag });
    expect([again.status, again.headers.get('etag'), again.headers.get('vary')]).toEqual([
      304,
      etag,
      'Accept-Encoding',
    ]);
    expect(send({ 'accept-encoding': 'gzip', 'if-none-match': etag }).status).toBe(200);
  });
});
