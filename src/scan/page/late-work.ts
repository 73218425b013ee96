import { parseStack } from '../computed/parse-stack.ts';
import type { Gatherer, GatherRun, HookReport, HookSend } from '../gatherer.ts';

/** Runs inside the page, as text: tells of timers that a page would not be watched long enough for. */
function hook(report: HookSend): void {
  let told = 0;
  globalThis.setTimeout = new Proxy(globalThis.setTimeout, {
    apply(native, self, args: [unknown, unknown]) {
      const milliseconds = Number(args[1]);
      if (milliseconds >= 100 && milliseconds <= 6000 && told < 200) {
        told += 1;
        report({ milliseconds });
      }
      return Reflect.apply(native, self, args);
    },
  });
}

/** A timer as short as this is waited for on every page, in milliseconds; it may be set off in many places. */
const SHORT = 500;

function start(run: GatherRun) {
  const onPage = new Set<string>();
  const inScenario = new Set<string>();
  return {
    reported({ stack, data }: HookReport) {
      const [cause] = parseStack(stack);
      const milliseconds = Number(data.milliseconds);
      const place = `${cause?.url}:${cause?.line}:${cause?.column} ${milliseconds}`;
      if (onPage.has(place) || (milliseconds > SHORT && inScenario.has(place))) return;
      onPage.add(place);
      inScenario.add(place);
      run.awaitUntil(Date.now() + milliseconds);
    },
    pageEnd: () => onPage.clear(),
    discarded: () => inScenario.clear(),
  };
}

/**
 * Waits for what scripts do later: for each place that sets a timer once in a scenario, since the same script does the
 * same on every page. It gathers no evidence of its own.
 */
export const lateWork: Gatherer = { id: 'late-work', hook, start };
