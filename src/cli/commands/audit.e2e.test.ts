import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../model/audit-report.ts';
import { siteConfig } from '../../scan/testing/audited-site.ts';
import { runCli } from '../testing/run-cli.ts';
import { type SmallSite, startSmallSite } from '../testing/start-small-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'avowal-audit-'));
let site: SmallSite;

beforeAll(async () => {
  site = await startSmallSite();
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

const audit = (...args: string[]) => runCli(['audit', ...args], folder);
const readReport = (dir: string) =>
  JSON.parse(readFileSync(join(folder, dir, 'audit.json'), 'utf8')) as AuditReport;

describe('avowal audit', () => {
  it('scans, ends with 1 on an error, names it with script and page, and writes every format', async () => {
    const { code, stdout, stderr } = await audit(
      site.url,
      ...[
        '--allow-private',
        '--max-pages',
        '1',
        '--out',
        'small',
        '--format',
        'terminal,html,json,sarif,junit',
      ],
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/1 page, judged by the rules of "eu": 1 error, /);
    expect(stdout).toMatch(/error {2}_pk_id\.\* of Matomo on 127\.0\.0\.1 was there before any choice/);
    expect(stdout).toMatch(/seen: http:\/\/127\.0\.0\.1:\d+\/ \(none\), by http:\/\/127\.0\.0\.1:\d+\/:\d+/);
    for (const file of ['audit.html', 'audit.json', 'audit.sarif', 'audit.junit.xml'])
      expect(existsSync(join(folder, 'small', file)), file).toBe(true);
    expect(readReport('small').findings.find(({ verdict }) => verdict === 'fail')).toMatchObject({
      audit: 'nothing-before-choice',
      rules: ['LAW-BLOCK-001', 'LAW-BLOCK-002'],
    });
  });

  it('judges a saved scan again without a browser, by another regime', async () => {
    const { code, stdout } = await audit('--from', 'small', '--regime', 'us-ca', '--browser', 'none');
    expect(code).toBe(0);
    expect(stdout).toContain('judged by the rules of "us-ca": 0 errors');
  });

  it('fails on warnings and on what a person must look at only where told to, and never where told never', async () => {
    const codes = ['warning', 'error', 'never'].map(
      async (level) => (await audit('--from', 'small', '--regime', 'us-ca', '--fail-on', level)).code,
    );
    expect(await Promise.all(codes)).toEqual([1, 0, 0]);
    expect((await audit('--from', 'small', '--fail-on', 'never')).code).toBe(0);
  });

  it('fails only on what the baseline does not have', async () => {
    const first = await audit('--from', 'small', '--write-baseline', 'base.json');
    expect(first.code).toBe(1);
    const second = await audit('--from', 'small', '--baseline', 'base.json', '--fail-on', 'warning');
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('(in the baseline)');
    const baseline = JSON.parse(readFileSync(join(folder, 'base.json'), 'utf8'));
    const findings = baseline.findings.filter((key: string) => !key.startsWith('nothing-before-choice'));
    writeFileSync(join(folder, 'base.json'), JSON.stringify({ ...baseline, findings }));
    expect((await audit('--from', 'small', '--baseline', 'base.json')).code).toBe(1);
  });

  it('compares with the configuration that lies there, where it is that of the site', async () => {
    const config = siteConfig();
    const write = (domain: string) =>
      writeFileSync(
        join(folder, 'avowal.config.json'),
        JSON.stringify({ ...config, site: { ...config.site, domains: [domain] } }),
      );
    write('127.0.0.1');
    const own = await audit('--from', 'small');
    expect(own.stdout).toContain('strange on 127.0.0.1 is not declared');
    write('elsewhere.example');
    const other = await audit('--from', 'small');
    expect(other.stdout).toContain('Without a configuration');
    rmSync(join(folder, 'avowal.config.json'));
  });

  it('POL-005 shows how the configuration would mend findings, writes it only where told to, and leaves the rest of the file', async () => {
    const config = siteConfig();
    const file = join(folder, 'own.json');
    const text = JSON.stringify({ ...config, site: { ...config.site, domains: ['127.0.0.1'] } }, null, '\t');
    writeFileSync(file, text);
    const shown = await audit('--from', 'small', '--config', 'own.json', '--fix');
    expect(shown.code).toBe(1);
    expect(shown.stdout).toMatch(/^--- own\.json$/m);
    expect(shown.stdout).toMatch(/^\+\t+"name": "_pk_id\.\*",$/m);
    expect(readFileSync(file, 'utf8')).toBe(text);
    await audit('--from', 'small', '--config', 'own.json', '--fix', '--write');
    const written = readFileSync(file, 'utf8');
    expect(written).toContain('"strange"');
    expect(written.split('\n').slice(0, 20)).toEqual(text.split('\n').slice(0, 20));
    const again = await audit('--from', 'small', '--config', 'own.json', '--fix');
    expect(again.stdout).toContain('there is nothing that the configuration could mend');
  });

  it('prints nothing but the report with --json', async () => {
    const { stdout } = await audit('--from', 'small', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'avowal/audit@1', regime: 'eu', complete: true });
  });

  it.each([
    ['no address', [], 'USAGE', '--from'],
    ['an address and a saved scan', ['https://example.org/', '--from', 'small'], 'USAGE', '--from'],
    ['something that is no address', ['example'], 'URL_INVALID', 'example'],
    ['a regime that is none', ['--from', 'small', '--regime', 'mars'], 'USAGE', '"mars"'],
    ['a repair without a configuration', ['--from', 'small', '--fix'], 'USAGE', 'avowal init'],
    ['a format that is none', ['--from', 'small', '--format', 'pdf'], 'USAGE', '"pdf"'],
    ['a folder without a scan', ['--from', 'nothing'], 'INVENTORY_MISSING', 'nothing'],
    [
      'a baseline that is not there',
      ['--from', 'small', '--baseline', 'no.json'],
      'BASELINE_MISSING',
      'no.json',
    ],
    [
      'a baseline that is none',
      ['--from', 'small', '--baseline', 'bad.json'],
      'BASELINE_INVALID',
      'bad.json',
    ],
    [
      'a configuration that is not there',
      ['--from', 'small', '--config', 'no.json'],
      'CONFIG_MISSING',
      'no.json',
    ],
  ])('ends with 2 on %s, and says so', async (_, args, code, word) => {
    writeFileSync(join(folder, 'bad.json'), '{"schema":"other"}');
    const ended = await audit(...args);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(code);
    expect(ended.stderr).toContain(word);
  });
});
