#!/usr/bin/env node
// Plain old JavaScript on purpose: it must parse on any Node, so that an old one gets a sentence, not a stack.
const [major, minor] = process.versions.node.split('.').map(Number);
const say = (text) => {
  console.error(text);
  process.exitCode = 2;
};
if (major > 24 || (major === 24 && minor >= 15)) {
  import('../dist/cli/main.js').then(
    ({ main }) => main(process.argv),
    (error) => {
      if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
      say(
        `Avowal is not complete here: ${error.message}.
In a clone, run "npm ci && npm run build" first, or "npm run avowal -- COMMAND", which needs no build. Where it was installed, install it again.`,
      );
    },
  );
} else {
  say(
    `Avowal needs Node 24.15 or newer, and this is Node ${process.versions.node}. Install it from https://nodejs.org/en/download, then run the command again.`,
  );
}
