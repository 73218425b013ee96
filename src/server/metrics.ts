import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Counts of a server since its start. */
export interface Metrics {
  /** Counts an answer; `undefined` for what no route took. */
  countAnswer(route: string | undefined, status: number): void;
  /** In the Prometheus text format, with figures that only the asker knows. */
  render(gauges: Readonly<Record<string, GaugeValue>>): string;
}

/** A figure of this moment. */
export interface GaugeValue {
  readonly help: string;
  readonly value: number;
}

/** Patterns of routes hold backslashes. */
const quoted = (label: string) => `"${label.replace(/[\\"]/g, '\\$&')}"`;

/** One for the process. */
const delay = monitorEventLoopDelay({ resolution: 20 });

const family = (name: string, type: 'counter' | 'gauge', help: string, lines: readonly string[]) =>
  [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines, ''].join('\n');

/** Makes empty counts and begins to watch the process. No label holds anything that a request brings along (PRF-005). */
export function createMetrics(): Metrics {
  const answers = new Map<string, Map<number, number>>();
  delay.enable();
  return {
    countAnswer: (route = 'none', status) => {
      const statuses = answers.get(route) ?? new Map<number, number>();
      answers.set(route, statuses.set(status, (statuses.get(status) ?? 0) + 1));
    },
    render: (gauges) => {
      const { user, system } = process.cpuUsage();
      const lines = [...answers].flatMap(([route, statuses]) =>
        [...statuses].map(
          ([status, count]) => `avowal_answers_total{route=${quoted(route)},status="${status}"} ${count}`,
        ),
      );
      const delays = [0.5, 0.99].map(
        (quantile) =>
          `avowal_event_loop_delay_seconds{quantile="${quantile}"} ${delay.percentile(quantile * 100) / 1e9}`,
      );
      // Of the time since it was asked last.
      delay.reset();
      return [
        family('avowal_answers_total', 'counter', 'Answers by route and status.', lines),
        family('avowal_event_loop_delay_seconds', 'gauge', 'How long work waits for its turn.', delays),
        family('process_cpu_seconds_total', 'counter', 'Processor time of all threads.', [
          `process_cpu_seconds_total ${(user + system) / 1e6}`,
        ]),
        family('process_resident_memory_bytes', 'gauge', 'Memory of the process.', [
          `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
        ]),
        family('process_start_time_seconds', 'gauge', 'When the process began, in seconds since 1970.', [
          `process_start_time_seconds ${Math.round(performance.timeOrigin / 1000)}`,
        ]),
        ...Object.entries(gauges).map(([name, { help, value }]) =>
          family(name, 'gauge', help, [`${name} ${value}`]),
        ),
      ].join('');
    },
  };
}
