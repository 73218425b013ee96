import { type BenchResults, isAvowal, type ToolResult } from './bench-results.ts';
import { METRICS, type Metric } from './metrics.ts';

/** Milliseconds from the first contentful paint to the notice. */
const NOTICE_LIMIT_MS = 60;
/** Milliseconds of script that a returning visitor pays over the bare page. */
const RETURNING_LIMIT_MS = 5;

/** One thing that has to hold, and whether it does. */
export interface LimitResult {
  readonly tool: string;
  readonly what: string;
  readonly found: string;
  readonly isMet: boolean;
}

const show = (value: number | undefined, unit: string) =>
  value === undefined ? 'not measured' : `${value}${unit && ` ${unit}`}`;

function againstPeers(tool: ToolResult, peers: readonly ToolResult[], metric: Metric): LimitResult {
  const own = tool.figures[metric.id]?.median;
  const rivals = peers
    .flatMap((peer) => {
      const spread = peer.figures[metric.id];
      return spread ? [{ name: peer.name, value: spread.median }] : [];
    })
    .toSorted((a, b) => a.value - b.value);
  const [best] = rivals;
  return {
    tool: tool.name,
    what: `${metric.title}: ${metric.mustBeat === 'tie' ? 'no other tool is better' : 'better than every other tool'}`,
    found: `${show(own, metric.unit)}; best other: ${best ? `${show(best.value, metric.unit)} (${best.name})` : 'none'}`,
    isMet: own !== undefined && (!best || (metric.mustBeat === 'tie' ? own <= best.value : own < best.value)),
  };
}

function atMost(tool: ToolResult, id: string, limit: number, what: string, unit = 'ms'): LimitResult {
  const own = tool.figures[id]?.median;
  return { tool: tool.name, what, found: show(own, unit), isMet: own !== undefined && own <= limit };
}

/** Checks everything that the benchmark promises; a figure that was not measured is a promise not kept. */
export function checkLimits({ tools }: Pick<BenchResults, 'tools'>): readonly LimitResult[] {
  const peers = tools.filter((tool) => !isAvowal(tool));
  return tools.filter(isAvowal).flatMap((tool) => [
    atMost(
      tool,
      'noticeAfterFcp',
      NOTICE_LIMIT_MS,
      `Notice painted at most ${NOTICE_LIMIT_MS} ms after the first contentful paint`,
    ),
    ...METRICS.filter(({ mustBeat }) => mustBeat).map((metric) => againstPeers(tool, peers, metric)),
    atMost(tool, 'cls', 0, 'No layout shift', ''),
    {
      tool: tool.name,
      what: 'The notice is never the largest contentful paint',
      found: `in ${tool.noticeWasLargest} rounds it was`,
      isMet: tool.noticeWasLargest === 0,
    },
    atMost(
      tool,
      'nextScript',
      RETURNING_LIMIT_MS,
      `Returning visitor: at most ${RETURNING_LIMIT_MS} ms of script over the bare page`,
    ),
  ]);
}
