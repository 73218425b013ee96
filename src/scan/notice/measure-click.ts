import type { Tab } from '../page/open-tabs.ts';

/** Runs inside the page, as text: the longest that handlers of one of the visitor's clicks have run, in milliseconds. */
function longestClick(): Promise<number> {
  return new Promise((done) => {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if (/^(pointer|mouse)(down|up)$|^click$/.test(entry.name))
          longest = Math.max(longest, entry.processingEnd - entry.processingStart);
    });
    observer.observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
    // What is known already is told in a task of its own, once the frame is painted.
    requestAnimationFrame(() => setTimeout(() => done(Math.round(longest)), 100));
  });
}

/** That, of the page that is open; 0 where all were shorter than a tenth of a second, which the browser does not keep. */
export async function measureClick({ session }: Tab): Promise<number | undefined> {
  const answer = await session
    .send('Runtime.evaluate', {
      expression: `(${longestClick.toString()})()`,
      awaitPromise: true,
      returnByValue: true,
      timeout: 3000,
    })
    .catch(() => undefined);
  return typeof answer?.result.value === 'number' ? answer.result.value : undefined;
}
