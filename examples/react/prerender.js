// Writes the HTML of each page, as a server would send it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { render } from './dist-server/entry-server.js';

const template = readFileSync('dist/index.html', 'utf8');
for (const path of ['/film', '/']) {
  mkdirSync(`dist${path}`, { recursive: true });
  writeFileSync(
    `dist${path}/index.html`,
    template.replace('<!--app-->', () => render(path)),
  );
}
