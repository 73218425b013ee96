import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { FleetAnswer } from './fleet-site.ts';

const ROOT = join(import.meta.dirname, '../node_modules');

/** Path under `/packages/` → file of an installed package. */
const FILES: Readonly<Record<string, string>> = {
  'klaro.js': 'klaro/dist/klaro.js',
  'cookieconsent.js': 'vanilla-cookieconsent/dist/cookieconsent.umd.js',
  'cookieconsent.css': 'vanilla-cookieconsent/dist/cookieconsent.css',
  'osano.js': 'cookieconsent/build/cookieconsent.min.js',
  'osano.css': 'cookieconsent/build/cookieconsent.min.css',
  'c15t.css': '@c15t/react/dist/styles.css',
  'tarteaucitron/tarteaucitron.js': 'tarteaucitronjs/tarteaucitron.js',
  'tarteaucitron/tarteaucitron.services.js': 'tarteaucitronjs/tarteaucitron.services.js',
  'tarteaucitron/lang/tarteaucitron.en.js': 'tarteaucitronjs/lang/tarteaucitron.en.js',
  'tarteaucitron/css/tarteaucitron.css': 'tarteaucitronjs/css/tarteaucitron.css',
};

/** c15t comes as modules for a bundler. */
async function bundleC15t(): Promise<string> {
  const build = await rolldown({
    input: join(import.meta.dirname, 'packages/c15t.js'),
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    logLevel: 'silent',
  });
  const { output } = await build.generate({ format: 'iife', minify: true, codeSplitting: false });
  await build.close();
  return output[0].code;
}

/** The consent tools of others, as their own packages deliver them: path → answer. */
export async function packageFiles(): Promise<Readonly<Record<string, FleetAnswer>>> {
  const files = Object.entries(FILES).map(([path, file]): [string, FleetAnswer] => [
    path,
    {
      type: path.endsWith('.css') ? 'text/css' : 'text/javascript',
      body: readFileSync(join(ROOT, file), 'utf8'),
    },
  ]);
  return {
    ...Object.fromEntries(files),
    'c15t.js': { type: 'text/javascript', body: await bundleC15t() },
  };
}
