/** One event of a Chromium trace, as far as it is read here; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread within `dur`. */
  readonly tdur?: number;
  readonly args?: { readonly data?: Readonly<Record<string, unknown>> };
}

/** Events in which the engine compiles or runs JavaScript, or cleans up after it. */
const SCRIPT =
  /^(EvaluateScript|FunctionCall|EventDispatch|TimerFire|FireAnimationFrame|FireIdleCallback|RunMicrotasks|MinorGC|MajorGC)$|^v8\./i;
const TASK = 'ThreadControllerImpl::RunTask';
const LONG_TASK_MS = 50;

/** What the main thread did in one page view, in milliseconds: processor time, but for the blocking time, which passes on the wall. */
export interface MainThreadTime {
  readonly busy: number;
  readonly script: number;
  readonly blocking: number;
}

interface Open {
  readonly event: TraceEvent;
  readonly end: number;
  children: number;
}

const processorTime = ({ dur = 0, tdur = dur }: TraceEvent) => tdur;

/** Finds the main thread and the start of the last navigation to a page; throws when the trace has none. */
export function findNavigation(events: readonly TraceEvent[], url: string): TraceEvent {
  const found = events.findLast(
    ({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL === url,
  );
  if (!found) throw new Error(`The trace has no navigation to ${url}`);
  return found;
}

/** Sums up the main thread from a navigation on, for a time; `fcp` in milliseconds after its start. */
export function mainThreadTime(
  events: readonly TraceEvent[],
  { pid, tid, ts: start }: TraceEvent,
  fcp: number,
  windowMs: number,
): MainThreadTime {
  const own = events
    .filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid && event.ts >= start)
    .filter(({ ts }) => ts < start + windowMs * 1000)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  let [busy, script, blocking] = [0, 0, 0];
  const open: Open[] = [];
  // Time is what an event spends itself: the layout that a script forces is no script time.
  const close = ({ event, children }: Open) => {
    if (SCRIPT.test(event.name)) script += Math.max(0, processorTime(event) - children) / 1000;
  };
  for (const event of own) {
    const { ts, dur = 0, name } = event;
    for (let last = open.at(-1); last && last.end <= ts; last = open.at(-1)) {
      open.pop();
      close(last);
    }
    const parent = open.at(-1);
    if (parent) parent.children += processorTime(event);
    open.push({ event, end: ts + dur, children: 0 });
    if (name !== TASK || parent) continue;
    busy += processorTime(event) / 1000;
    const afterPaint = Math.min(dur / 1000, (ts + dur - start) / 1000 - fcp);
    if (dur / 1000 > LONG_TASK_MS && afterPaint > 0)
      blocking += Math.max(0, Math.min(afterPaint, dur / 1000 - LONG_TASK_MS));
  }
  while (open.length > 0) close(open.pop() as Open);
  return { busy, script, blocking };
}
