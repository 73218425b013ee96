import { readdirSync, readFileSync } from 'node:fs';

/** What some work cost, all processes that it started taken together. */
export interface WorkCost {
  /** User and system time. */
  readonly cpuSeconds: number;
  /** Highest sum of proportional set sizes of the processes that were started. */
  readonly peakMegabytes: number;
}

const TICKS = 100;

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly ticks: number;
}

function processes(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    // The name of a program may hold blanks and brackets: what follows the last one is numbers.
    const fields = read(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ') ?? [];
    if (fields.length < 20) return [];
    return [{ id: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
  });
}

const memory = (id: number) =>
  Number(/^Pss: +(\d+) kB/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0) / 1024;

function familyIn(all: readonly Process[]): Set<number> {
  const family = new Set([process.pid]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const { id, parent } of all) if (family.has(parent)) family.add(id);
  }
  return family;
}

const memoryOf = (family: ReadonlySet<number>) =>
  [...family].filter((id) => id !== process.pid).reduce((total, id) => total + memory(id), 0);

/** Sum of proportional set sizes of all that this process has started, in megabytes; Linux only. */
export const memoryOfChildren = (): number => memoryOf(familyIn(processes()));

/** Watches this process and everything that it starts while `work` runs, ten times a second; Linux only. */
export async function watchProcesses(work: () => Promise<void>): Promise<WorkCost> {
  const last = new Map<number, number>();
  const first = new Map<number, number>();
  let peakMegabytes = 0;
  let looks = 0;
  const look = (atStart = false) => {
    const all = processes();
    const family = familyIn(all);
    for (const { id, ticks } of all) {
      if (!family.has(id)) continue;
      if (atStart) first.set(id, ticks);
      last.set(id, ticks);
    }
    // Memory is dearer to ask for.
    if (looks++ % 5 !== 0) return;
    peakMegabytes = Math.max(peakMegabytes, memoryOf(family));
  };
  look(true);
  const timer = setInterval(look, 100);
  try {
    await work();
    look();
  } finally {
    clearInterval(timer);
  }
  const ticks = [...last].reduce((sum, [id, now]) => sum + now - (first.get(id) ?? 0), 0);
  return { cpuSeconds: ticks / TICKS, peakMegabytes };
}
