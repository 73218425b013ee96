import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createWorkerRewriter } from './gate-worker.ts';
import { pageRequest, rewriteResponse } from './rewrite-response.ts';
import { RUNTIME_CONFIG } from './testing/runtime-config.ts';

const CODE = 'postMessage("ü")';
const js = { 'content-type': 'text/javascript; charset=utf-8' };
const OPTIONS = { script: '' };

const asked = (destination: string, headers: Record<string, string> = {}) =>
  new Request('https://example.org/worker.js', { headers: { 'sec-fetch-dest': destination, ...headers } });
const rewrite = (response: Response, request = asked('worker')) =>
  rewriteResponse(request, response, RUNTIME_CONFIG, OPTIONS);
const guarded = (...chunks: string[]) => {
  const rewriter = createWorkerRewriter();
  return chunks.map((chunk) => rewriter.write(chunk)).join('') + rewriter.end();
};
const GUARD = guarded(' ').trim();

describe('The script of a worker', () => {
  it('LAW-BLOCK-002 gets a guard before its code, and a tag of its own', async () => {
    const response = rewrite(new Response(CODE, { headers: { ...js, etag: '"a"', 'content-length': '9' } }));
    expect(await response.text()).toBe(GUARD + CODE);
    expect(Object.fromEntries(response.headers)).toEqual({
      ...js,
      etag: expect.stringMatching(/^"a-av\w{8}"$/),
      vary: 'Sec-Fetch-Dest',
    });
  });

  it('is asked for anew where the browser has it from before', () => {
    const known = pageRequest(asked('worker', { 'if-none-match': '"a"' }), RUNTIME_CONFIG, OPTIONS);
    expect(known.headers.get('if-none-match')).toBe(null);
    const script = asked('script', { 'if-none-match': '"a"' });
    expect(pageRequest(script, RUNTIME_CONFIG, OPTIONS)).toBe(script);
  });

  it('is opened and closed where it is compressed', async () => {
    const response = rewrite(
      new Response(gzipSync(CODE), { headers: { ...js, 'content-encoding': 'gzip' } }),
    );
    expect(gunzipSync(await response.bytes()).toString()).toBe(GUARD + CODE);
  });

  it('passes as it is where it is none, or cannot be read', () => {
    const utf16 = { 'content-type': 'text/javascript; charset=utf-16' };
    for (const [response, destination] of [
      [new Response(CODE, { headers: js }), 'script'],
      [new Response(CODE, { headers: js }), 'sharedworker'],
      [new Response(CODE, { headers: js, status: 206 }), 'worker'],
      [new Response(CODE, { headers: utf16 }), 'worker'],
      [Response.json({}), 'worker'],
    ] as const)
      expect(rewrite(response, asked(destination))).toBe(response);
  });

  it.each(['"use strict"; a', "// b\n/* c * / */ /**/ 'use strict'\na"])(
    'stays in strict mode: %j',
    (code) => {
      expect(guarded(code)).toBe(`"use strict";${GUARD}${code}`);
    },
  );

  it.each(['a; "use strict"', '("use strict")', `${'/*'.repeat(50_000)}`])(
    'is in no other mode than before: %.20s',
    (code) => {
      expect(guarded(code)).toBe(GUARD + code);
    },
  );

  it('keeps its lines, and what comes in pieces', () => {
    expect(GUARD).not.toContain('\n');
    expect(guarded('', 'a', '"use strict"')).toBe(`${GUARD}a"use strict"`);
  });
});
