// Builds the browser bundles, fails when one is over its budget, and writes their sizes to dist/browser/manifest.json.
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { minify } from 'terser';
import { compileLayout } from '../src/knowledge/config/compile-layout.ts';
import { compileTheme } from '../src/knowledge/config/compile-theme.ts';
import { pickTexts } from '../src/knowledge/config/pick-texts.ts';
import { findLocale } from '../src/knowledge/locale.ts';
import { FIRST_TEXTS } from '../src/model/notice.ts';

/** One bundle for each vendor, which the server puts into the core script of the sites that use it. */
const SIGNALS = globSync('src/client/signals/*.ts')
  .map((path) => basename(path, '.ts'))
  .sort();

/** Bytes after brotli (quality 11). */
const BUDGETS: Readonly<
  Record<string, { readonly input: string; readonly brotli: number; readonly format?: 'es' }>
> = {
  core: { input: 'src/client/core.ts', brotli: 4_500 },
  strict: { input: 'src/client/strict/strict.ts', brotli: 7_200 },
  guard: { input: 'src/client/guard/guard.ts', brotli: 700 },
  preload: { input: 'src/client/guard/preload-notice.ts', brotli: 250 },
  ui: { input: 'src/client/ui/ui.ts', brotli: 5_000 },
  details: { input: 'src/client/ui/details/details.ts', brotli: 3_200, format: 'es' },
  debug: { input: 'src/client/debug/debug.ts', brotli: 4_200 },
  handover: { input: 'src/client/handover/handover.ts', brotli: 700 },
  ...Object.fromEntries(
    SIGNALS.map((vendor) => [`signal-${vendor}`, { input: `src/client/signals/${vendor}.ts`, brotli: 500 }]),
  ),
};

const brotli = (text: string) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/**
 * What our own bundles call each other's things, in two words or more: names that no page, browser or data knows, so that
 * short ones do as well.
 */
const INNER_NAMES = [
  ...readFileSync('src/client/ui-handover.ts', 'utf8').matchAll(/readonly ([a-z]+[A-Z]\w+):/g),
].map(([, name]) => name);
const taken = INNER_NAMES.filter((name) => name && name in findLocale('en').notice);
if (taken.length > 0) throw new Error(`Texts have these names too: ${taken.join(', ')}`);
/** The same short name in every bundle; of variables, each bundle has its own. */
const nameCache: { vars?: unknown } = {};

const OUT = 'dist/browser';
mkdirSync(OUT, { recursive: true });

const bundles: Record<
  string,
  { file: string; sha256: string; min: number; gzip: number; brotli: number; budget: number }
> = {};
for (const [name, { input, brotli: budget, format = 'iife' }] of Object.entries(BUDGETS)) {
  const bundle = await rolldown({
    input,
    transform: { target: 'es2022', define: { AVOWAL_STRICT: String(name === 'strict') } },
    treeshake: true,
  });
  const { output } = await bundle.generate({ format, minify: true, comments: false });
  await bundle.close();
  const { code: minified = '' } = await minify(output[0].code, {
    module: format === 'es',
    ecma: 2020,
    compress: { passes: 4, unsafe: true, sequences: false, unsafe_methods: true, keep_fargs: false },
    mangle: { properties: { regex: new RegExp(`^(${INNER_NAMES.join('|')})$`) } },
    nameCache,
  });
  delete nameCache.vars;
  // A style sheet needs no ends of lines.
  const code = minified.replace(/;?$/, '').replaceAll('}\\n', '}');
  const file = `${name}.js`;
  writeFileSync(`${OUT}/${file}`, code);
  bundles[name] = {
    file,
    sha256: createHash('sha256').update(code).digest('hex'),
    min: Buffer.byteLength(code),
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotli(code),
    budget,
  };
}
/** What a first visit downloads: the core, and the UI chunk with its looks in the largest layout and the texts of one locale. */
const texts = JSON.stringify(pickTexts(findLocale('en').notice, [...FIRST_TEXTS, 'body']));
const layouts = (['box', 'banner', 'bar', 'centre'] as const).map((layout) =>
  compileLayout({ layout, position: 'start' }),
);
const uiWithTexts = {
  brotli: Math.max(
    ...layouts.map((layout) =>
      brotli(`${texts}${layout}${compileTheme({})}${readFileSync(`${OUT}/ui.js`, 'utf8')}`),
    ),
  ),
  budget: 5_000,
};
const firstVisit = { brotli: (bundles.core?.brotli ?? 0) + uiWithTexts.brotli, budget: 9_500 };
writeFileSync(
  `${OUT}/manifest.json`,
  `${JSON.stringify({ bundles, signals: SIGNALS, uiWithTexts, firstVisit }, null, 2)}\n`,
);

let over = [uiWithTexts, firstVisit].some((sum) => sum.brotli > sum.budget);
for (const [name, { min, gzip, brotli, budget }] of Object.entries(bundles)) {
  console.log(
    `${name.padEnd(24)} ${min} B minified · ${gzip} B gzip · ${brotli} B brotli (budget ${budget} B)`,
  );
  over ||= brotli > budget;
}
console.log(`ui, with English texts: ${uiWithTexts.brotli} B brotli (budget ${uiWithTexts.budget} B)`);
console.log(`both, with English texts: ${firstVisit.brotli} B brotli (budget ${firstVisit.budget} B)`);
if (over) {
  console.error('A browser bundle is over its budget.');
  process.exit(1);
}
