import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { createRewriteTransform } from './node.ts';
import { RUNTIME_CONFIG } from './testing/runtime-config.ts';

it('rewrites a page that comes as a stream of bytes, however it is cut', async () => {
  const bytes = [...Buffer.from('<head><title>ü</title></head><img src="x">')].map((byte) => Buffer.of(byte));
  const rewriter = createRewriteTransform(RUNTIME_CONFIG, {
    script: '<script src="/c.js"></script>',
    url: 'https://www.stats.test/',
  });
  const page = Buffer.concat(await Readable.from(bytes).pipe(rewriter).toArray());
  expect(page.toString()).toBe(
    '<head><script src="/c.js"></script><title>ü</title></head><img data-avowal-src="x" data-avowal="stats">',
  );
});

it('refuses a page address from which nothing can be resolved', () => {
  expect(() => createRewriteTransform(RUNTIME_CONFIG, { script: '', url: '/page' })).toThrow(
    expect.objectContaining({ code: 'URL_INVALID' }),
  );
});
