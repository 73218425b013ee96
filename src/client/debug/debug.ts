import { HANDOVER } from '../ui-handover.ts';
import type { DebugHandle } from './debug-handover.ts';
import { showPanel } from './panel.ts';
import type { SeenRequest } from './timeline.ts';

type Page = { avowal?: { [HANDOVER]?: DebugHandle }; dataLayer?: unknown };

/** Starts the order monitor; it looks on, and changes nothing about what is held back. */
function start({ config, log, current }: DebugHandle): void {
  const requests: SeenRequest[] = [];
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (/^https?:/.test(name)) requests.push({ name, startTime });
  }).observe({ type: 'resource', buffered: true });
  showPanel(() => ({
    config,
    log,
    requests,
    choice: current(),
    embeds: Array.from(document.querySelectorAll('iframe'), ({ src }) => src),
    dataLayer: (window as Page).dataLayer,
    page: location.href,
  }));
}

const handle = (window as Page).avowal?.[HANDOVER];
if (handle && !document.querySelector('avowal-debug')) start(handle);
