// npm run example -- NAME: builds one example, and serves it with Avowal until Ctrl-C.
import { installExamples } from './testing/install-examples.ts';
import { buildExample, EXAMPLES, SITE_HOST, serveExample } from './testing/serve-example.ts';

const name = EXAMPLES.find((known) => known === process.argv[2]);
if (!name) {
  console.error(`Name one of the examples, such as "npm run example -- react": ${EXAMPLES.join(', ')}.`);
  process.exit(2);
}
console.log('Installing the frameworks');
const missing = installExamples();
if (missing) {
  console.error(`${missing[0]?.toUpperCase()}${missing.slice(1)}. Check the connection and run this again.`);
  process.exit(3);
}
console.log(`Building ${name}`);
buildExample(name, 'production');
const { port, close } = await serveExample(name, 0, (_, response) => response.writeHead(404).end());
console.log(`Open http://${SITE_HOST}:${port}/ (Ctrl-C stops it)`);
process.once('SIGINT', () => void close());
