import type { ScanFlags } from './scan-flags.ts';

const quoted = (text: string) =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** The command that goes on with an interrupted scan: the journal keeps pages and scenarios, the rest is said again. */
export function resumeCommand(folder: string, flags: ScanFlags, command: 'scan' | 'audit' = 'scan'): string {
  const words = [
    `avowal ${command} --resume`,
    quoted(folder),
    ...(flags.resolve ?? []).map((rule) => `--resolve ${quoted(rule)}`),
    flags.delay !== undefined && `--delay ${flags.delay}`,
    flags.insecure && '--insecure',
    flags.allowPrivate && '--allow-private',
    flags.storageState && `--storage-state ${quoted(flags.storageState)}`,
    flags.browser && `--browser ${quoted(flags.browser)}`,
  ];
  return words.filter(Boolean).join(' ');
}
