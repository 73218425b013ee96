// Builds the browser bundles, fails when one is over its budget, and writes their sizes to dist/browser/manifest.json.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

/** Bytes after brotli (quality 11). */
const BUDGETS: Readonly<Record<string, { readonly input: string; readonly brotli: number }>> = {
  core: { input: 'src/client/core.ts', brotli: 6_000 },
  ui: { input: 'src/client/ui/ui.ts', brotli: 5_000 },
};

const OUT = 'dist/browser';
mkdirSync(OUT, { recursive: true });

const bundles: Record<
  string,
  { file: string; sha256: string; min: number; gzip: number; brotli: number; budget: number }
> = {};
for (const [name, { input, brotli: budget }] of Object.entries(BUDGETS)) {
  const bundle = await rolldown({ input, transform: { target: 'es2022' }, treeshake: true });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  const code = output[0].code.replace(/\n$/, '');
  const file = `${name}.js`;
  writeFileSync(`${OUT}/${file}`, code);
  bundles[name] = {
    file,
    sha256: createHash('sha256').update(code).digest('hex'),
    min: Buffer.byteLength(code),
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
    budget,
  };
}
writeFileSync(`${OUT}/manifest.json`, `${JSON.stringify({ bundles }, null, 2)}\n`);

let over = false;
for (const [name, { min, gzip, brotli, budget }] of Object.entries(bundles)) {
  console.log(
    `${name.padEnd(6)} ${min} B minified · ${gzip} B gzip · ${brotli} B brotli (budget ${budget} B)`,
  );
  over ||= brotli > budget;
}
if (over) {
  console.error('A browser bundle is over its budget.');
  process.exit(1);
}
