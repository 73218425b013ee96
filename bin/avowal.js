#!/usr/bin/env node
// Plain old JavaScript on purpose: it must parse on any Node, so that an old one gets a sentence, not a stack.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 24 || (major === 24 && minor >= 15)) {
  import('../dist/cli/main.js').then(({ main }) => main(process.argv));
} else {
  console.error(
    `Avowal needs Node 24.15 or newer, and this is Node ${process.versions.node}. Install it from https://nodejs.org/en/download, then run the command again.`,
  );
  process.exitCode = 2;
}
