import { parseArgs } from 'node:util';

/** What a run of the benchmark is asked to do. */
export interface BenchOptions {
  readonly rounds: number;
  /** Ids; none = all. The bare page always comes along. */
  readonly tools: readonly string[];
  /** Keep samples whatever else the machine does. */
  readonly noisy: boolean;
  /** Write docs/performance.json. */
  readonly save: boolean;
}

/** Reads the command line. Throws with the fix where it is wrong. */
export function readOptions(args: readonly string[], known: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '7' },
      tools: { type: 'string', default: '' },
      noisy: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--rounds ${values.rounds}: give a whole number from 1 on`);
  const tools = values.tools.split(',').filter(Boolean);
  const unknown = tools.filter((id) => !known.includes(id));
  if (unknown.length > 0) throw new Error(`--tools ${unknown.join(',')}: the tools are ${known.join(', ')}`);
  if (values.save && tools.length > 0)
    throw new Error('--save takes only results of all tools: leave out --tools');
  return { rounds, tools, noisy: values.noisy, save: values.save };
}
