import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SMALL_CONFIG } from '../../knowledge/config/testing/small-config.ts';
import { runCli } from '../testing/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'avowal-policy-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => writeFileSync(join(folder, 'avowal.config.json'), JSON.stringify(SMALL_CONFIG)));

describe('avowal policy', () => {
  it('prints the policy in the format and the language that were asked for', async () => {
    const html = await runCli(['policy', '--server', 'https://consent.example.org'], folder);
    expect(html).toMatchObject({ code: 0, stderr: '' });
    expect(html.stdout).toMatch(/<html[^>]* lang="en"/);
    expect(html.stdout).toContain('https://consent.example.org/c/example.js');
    const markdown = await runCli(['policy', '--format', 'md', '--locale', 'de'], folder);
    expect(markdown.stdout).toContain('Notwendig');
    const json = await runCli(['policy', '--json'], folder);
    expect(JSON.stringify(JSON.parse(json.stdout))).toContain('_pk_id.*');
  });

  it('writes it to a file', async () => {
    const { stdout } = await runCli(['policy', '--format', 'md', '-o', 'out/policy.md'], folder);
    expect(stdout).toBe('Written: out/policy.md\n');
    expect(readFileSync(join(folder, 'out/policy.md'), 'utf8')).toContain('YSC');
  });

  it('ends with 2 for a language that the site does not have', async () => {
    expect(await runCli(['policy', '--locale', 'fr'], folder)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('The site has no locale "fr": it has en, de.'),
    });
  });
});
