// A server as a process of its own, so that a test can kill it: node serve-child.ts CONFIG DATA PUBLIC_URL
import { startServer } from '../start-server.ts';
import { FIXTURE_BUNDLES } from './fixture-bundles.ts';

const [configFile = '', dataDir = '', publicUrl = ''] = process.argv.slice(2);
const { url } = await startServer({
  configFiles: [configFile],
  dataDir,
  port: 0,
  publicUrl,
  bundles: FIXTURE_BUNDLES,
  rateLimit: { burst: 1e9, perSecond: 1e9 },
});
console.log(url);
