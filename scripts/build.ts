// Builds what is published: the browser bundles and the compiled floors.
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'inherit' });

// tsc -b keeps the output of deleted sources, so a build begins with an empty folder.
rmSync('dist', { recursive: true, force: true });
rmSync('.cache', { recursive: true, force: true });
run('tsc', '-b');
cpSync('src/model/config.schema.json', 'dist/model/config.schema.json');
run('node', 'scripts/bundle.ts');
