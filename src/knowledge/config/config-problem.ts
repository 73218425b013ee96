import { AvowalError } from '../../model/errors.ts';

/** One thing that is wrong in a configuration. */
export interface ConfigProblem {
  /** Key path such as `services[2].purpose`. */
  readonly path: string;
  readonly problem: string;
  readonly fix: string;
}

/** Keys from the root to a value. */
export type KeyPath = readonly (string | number)[];

const MOST_SHOWN = 20;

/** A key path as people write it: `services[2].purpose`. */
export function pathText(path: KeyPath): string {
  const text = path
    .map((key) =>
      typeof key === 'number' ? `[${key}]` : /^[\w$-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`,
    )
    .join('');
  return text.replace(/^\./, '') || 'the file';
}

/** Throws `CONFIG_INVALID` with every problem, each with its key path and its fix; does nothing when there is none. */
export function refuseProblems(problems: readonly ConfigProblem[], file: string): void {
  const [first] = problems;
  if (!first) return;
  if (problems.length === 1) throw new AvowalError('CONFIG_INVALID', { file, ...first });
  const lines = problems
    .slice(0, MOST_SHOWN)
    .map(({ path, problem, fix }) => `\n  ${path} ${problem} ${fix}`);
  const more = problems.length > MOST_SHOWN ? `\n  and ${problems.length - MOST_SHOWN} more.` : '';
  throw new AvowalError('CONFIG_INVALID', {
    file,
    path: `${problems.length} things are wrong.`,
    problem: lines.join('') + more,
    fix: 'Mend each place named, then run the command again.',
  });
}
