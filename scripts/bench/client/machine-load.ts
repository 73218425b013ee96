import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the processors since the machine started. */
export interface CpuTimes {
  readonly busy: number;
  readonly total: number;
  /** Spent by this process and what it started. */
  readonly own: number;
}

/** Reads the first line of /proc/stat. */
export function parseProcStat(text: string): { busy: number; total: number } {
  const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, ...rest] = (text.split('\n')[0] ?? '')
    .trim()
    .split(/\s+/)
    .slice(1, 9)
    .map(Number);
  const busy = user + nice + system + rest.reduce((sum, ticks) => sum + ticks, 0);
  return { busy, total: busy + idle + wait };
}

/** Reads /proc/<pid>/stat: the command may hold spaces and brackets. */
export function parsePidStat(text: string): { parent: number; ticks: number } {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { parent: Number(fields[1]), ticks };
}

function ownTicks(): number {
  const parents = new Map<number, { parent: number; ticks: number }>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      parents.set(Number(name), parsePidStat(readFileSync(`/proc/${name}/stat`, 'latin1')));
    } catch {
      // It has ended meanwhile.
    }
  }
  const isOwn = (pid: number): boolean =>
    pid === process.pid || (pid > 1 && isOwn(parents.get(pid)?.parent ?? 0));
  return [...parents].reduce((sum, [pid, { ticks }]) => sum + (isOwn(pid) ? ticks : 0), 0);
}

/** What the processors did so far; Linux only. */
export const readCpuTimes = (): CpuTimes => ({
  ...parseProcStat(readFileSync('/proc/stat', 'latin1')),
  own: ownTicks(),
});

/** Share of the machine that others used in between, 0 to 1. */
export const foreignLoad = (before: CpuTimes, after: CpuTimes): number =>
  Math.max(0, after.busy - before.busy - (after.own - before.own)) / Math.max(1, after.total - before.total);
