// What bin/avowal.js does, without a build.
import { main } from '../main.ts';

await main(process.argv);
