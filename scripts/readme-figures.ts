// Keeps the README's byte figures equal to what the build measured.
import { readFileSync } from 'node:fs';
import { writeGenerated } from './write-generated.ts';

const { bundles, firstVisit } = JSON.parse(readFileSync('dist/browser/manifest.json', 'utf8'));

/** Rounded up to a tenth of a kilobyte, so that a few bytes do not change the text. */
const kilobytes = (bytes: number) => `${(Math.ceil(bytes / 100) / 10).toFixed(1)} KB`;

const sentence =
  `<!-- figures -->the core is ${kilobytes(bundles.core.brotli)} (strict: ${kilobytes(bundles.strict.brotli)}), ` +
  `core and notice with English texts are ${kilobytes(firstVisit.brotli)} (brotli, 1 KB = 1,000 B)<!-- /figures -->`;

const readme = readFileSync('README.md', 'utf8');
const marked = /<!-- figures -->.*?<!-- \/figures -->/s;
if (!marked.test(readme)) throw new Error('README.md has lost its figures marks.');
writeGenerated({ 'README.md': readme.replace(marked, sentence) }, 'node scripts/readme-figures.ts');
