import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from './commands/index.ts';
import { runCli } from './testing/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'avowal-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SITE = {
  id: 'a',
  name: 'A',
  domains: ['a.test'],
  privacyPolicyUrl: '/p',
  controller: { name: 'A', email: 'a@a.test' },
};
const CONFIG = {
  site: SITE,
  purposes: [{ id: 'ads', name: 'Ads', description: 'Ads' }],
  services: [],
  trackers: [],
};
const configFile = (name: string, content: unknown): string => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
};

describe('avowal', () => {
  it('prints help on standard output, and its version', async () => {
    const help = await runCli([], folder);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const { id } of commands) expect(help.stdout).toContain(`\n  ${id}`);
    expect((await runCli(['--version'], folder)).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('shows examples in the help of a command', async () => {
    const { code, stdout } = await runCli(['scan', '--help'], folder);
    expect(code).toBe(0);
    expect(stdout).toContain('avowal scan https://www.example.org/');
  });

  it.each([
    ['an unknown command', ['scn'], "USAGE Unknown command 'scn'. Did you mean scan?"],
    ['help for an unknown command', ['help', 'scn'], "Unknown command 'scn'. Did you mean scan?"],
    ['the help of an unknown command', ['scn', '--help'], "Unknown command 'scn'. Did you mean scan?"],
    [
      'an option before the command',
      ['--config', 'a.json', 'serve'],
      'Options stand after the command, as in "avowal serve --config".',
    ],
    ['a mistake in a command of a group', ['records', 'show'], 'Run "avowal records show --help"'],
    [
      'an unknown option',
      ['scan', '--max-page', '3'],
      "USAGE Unknown option '--max-page'. Did you mean --max-pages?",
    ],
    [
      'a number out of range',
      ['scan', '--max-pages', '0', 'https://a.test'],
      'Write a whole number from 1 to 10000.',
    ],
    [
      'an unknown scenario',
      ['scan', '--scenarios', 'none,maybe', 'https://a.test'],
      'There is no scenario "maybe"',
    ],
    ['a group without its command', ['records'], 'export [options]'],
    ['a scan without an address', ['scan'], 'USAGE scan needs the address of a site'],
    ['an invalid address', ['scan', 'not an address'], 'URL_INVALID "not an address" is not a web address.'],
    ['an address that is no web page', ['scan', 'file:///etc/passwd'], 'URL_INVALID'],
    ['init without a scan', ['init'], 'INVENTORY_MISSING There is no scan at avowal-scan.'],
    [
      'a missing configuration',
      ['policy', '-c', 'none.json'],
      'CONFIG_MISSING There is no configuration at none.json. Run "avowal scan URL"',
    ],
    [
      'broken JSON',
      ['policy', '-c', configFile('broken.json', '{\n "site": }')],
      'CONFIG_SYNTAX broken.json is not valid JSON: line 2, column 10:',
    ],
    [
      'an unknown key',
      ['policy', '-c', configFile('key.json', { ...CONFIG, services: [{ id: 'x', purpse: 'ads' }] })],
      'services[0].purpse is not a setting. Did you mean "purpose"?',
    ],
    [
      'a reference to nothing',
      [
        'policy',
        '-c',
        configFile('reference.json', { ...CONFIG, services: [{ id: 'matomo', purpose: 'ad' }] }),
      ],
      'CONFIG_INVALID reference.json: services[0].purpose names the purpose "ad", which is not declared. Did you mean "ads"?',
    ],
    [
      'LAW-L1-005: an unlawful setting',
      [
        'policy',
        '-c',
        configFile('unlawful.json', { ...CONFIG, purposes: [{ ...CONFIG.purposes[0], preselected: true }] }),
      ],
      'CONFIG_UNLAWFUL unlawful.json: purposes[0].preselected is refused by rule LAW-L1-005 (',
    ],
    [
      'two configurations of one site',
      ['serve', '-c', configFile('one.json', CONFIG), '-c', configFile('two.json', CONFIG)],
      'USAGE one.json and two.json both have the site.id "a": give each site an id of its own.',
    ],
    [
      'an address of the server without its scheme',
      ['serve', '-c', 'one.json', '--public-url', 'consent.a.test'],
      'USAGE --public-url is "consent.a.test": write a path such as /shop, or an address such as',
    ],
    [
      'a mistyped service',
      ['policy', '-c', configFile('typo.json', { ...CONFIG, services: [{ id: 'hotjr', purpose: 'ads' }] })],
      'services[0].id is "hotjr", which is none of the services that Avowal knows, and it has no "name" and no "hosts". Did you mean "hotjar"?',
    ],
  ])('ends with 2 and says what to do: %s', async (_, args, message) => {
    const result = await runCli(args, folder);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain(message);
  });

  it('ends with 3 where the browser that was named does not exist', async () => {
    const env = { AVOWAL_BROWSER: join(folder, 'no-browser') };
    const { code, stderr } = await runCli(['scan', 'https://a.test'], folder, env);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^BROWSER_(MISSING|FAILED) .*avowal browser install/s);
  });

  it('ends with 3 where the folder of a scan is a file', async () => {
    const args = ['scan', 'https://a.test', '--out', configFile('good.json', CONFIG)];
    expect(await runCli(args, folder)).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('WRITE_FAILED good.json could not be written'),
    });
  });

  it('ends with 3 where records were never kept', async () => {
    const args = ['records', 'export', '-c', configFile('good.json', CONFIG), '--data', 'nowhere'];
    expect(await runCli(args, folder)).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('STORE_FAILED'),
    });
  });

  it('does not let a file name or an address write to the terminal', async () => {
    const { stderr } = await runCli(['scan', '\u001b[2J\u202eevil'], folder);
    expect(stderr).toContain('\\u001b[2J\\u202eevil');
  });
});
