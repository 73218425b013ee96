import { expect, it } from 'vitest';
import { resumeCommand } from './resume-command.ts';

const FLAGS = { maxPages: 50, concurrency: 2, tabs: 3, scenarios: ['none'], out: 'a' } as const;

it('repeats what the journal does not keep, quoted for a shell', () => {
  expect(
    resumeCommand('my scan', { ...FLAGS, delay: 0, insecure: true, resolve: ['*=127.0.0.1:80', "it's"] }),
  ).toBe(
    `avowal scan --resume 'my scan' --resolve '*=127.0.0.1:80' --resolve 'it'\\''s' --delay 0 --insecure`,
  );
  expect(resumeCommand('a', FLAGS)).toBe('avowal scan --resume a');
});
