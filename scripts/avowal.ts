// npm run avowal -- COMMAND: the command line as it stands in this clone, without a build.
import { main } from '../src/cli/main.ts';

await main(process.argv);
