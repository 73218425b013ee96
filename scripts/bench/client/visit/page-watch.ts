/** What the scripts of the benchmark found in a page. */
export interface PageWatch {
  /** Milliseconds from the start of the navigation. */
  painted?: number;
  /** The whole notice stands still in the window, opaque. */
  settled?: number;
  /** Times of clicks. */
  clicks: number[];
  /** Longest time from an input to the next frame. */
  interaction: number;
}

declare global {
  interface Window {
    benchWatch: PageWatch;
    benchFind: (path: string) => Element | undefined;
  }
}

/** Runs in the page: finds elements, in open shadow trees too, and watches clicks and how long the page takes to answer. */
export function watchInput(): void {
  window.benchFind = (path) =>
    path
      .split(' >>> ')
      .reduce<Element | ShadowRoot | Document | undefined>(
        (within, selector, at) =>
          (at > 0 ? (within as Element | undefined)?.shadowRoot : within)?.querySelector(selector) ??
          undefined,
        document,
      ) as Element | undefined;
  window.benchWatch = { clicks: [], interaction: 0 };
  addEventListener('click', (event) => window.benchWatch.clicks.push(event.timeStamp), { capture: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
      if (entry.interactionId)
        window.benchWatch.interaction = Math.max(window.benchWatch.interaction, entry.duration);
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

/**
 * Runs in the page: finds the first frame that shows the notice. It looks before each frame is painted. In that same frame
 * it adds a letter with an `elementtiming` attribute: the browser tells when that frame was presented, in the way in which
 * it tells the first contentful paint. Elements in shadow trees have no such entry of their own.
 */
export function watchNotice(path: string): void {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.benchWatch.painted ??= entry.startTime;
  }).observe({ type: 'element' });
  const opacityOf = (element: Element): number => {
    const { opacity, visibility } = getComputedStyle(element);
    if (visibility !== 'visible') return 0;
    const root = element.getRootNode();
    const parent = element.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined);
    return Number(opacity) * (parent ? opacityOf(parent) : 1);
  };
  let isShown = false;
  let lastTop = Number.NaN;
  const look = () => {
    const notice = window.benchFind(path);
    const box = notice?.getBoundingClientRect();
    if (notice && box && box.width > 0 && box.height > 0) {
      const opacity = opacityOf(notice);
      if (!isShown && opacity > 0 && box.top < innerHeight && box.bottom > 0) {
        isShown = true;
        const letter = document.createElement('p');
        letter.setAttribute('elementtiming', 'notice');
        letter.style.cssText = 'position:fixed;top:0;left:0;margin:0;font:8px/8px serif;color:#777';
        letter.textContent = '.';
        document.body.append(letter);
      }
      if (opacity > 0.95 && box.top === lastTop && box.bottom <= innerHeight + 1) {
        window.benchWatch.settled = performance.now();
        return;
      }
      lastTop = box.top;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** What the browser says of a page that has loaded. */
export interface PageTiming {
  readonly fcp: number;
  readonly lcp: { readonly time: number; readonly what: string };
  readonly cls: number;
}

/** Runs in the page when it has loaded. */
export async function readTiming(path: string | undefined): Promise<PageTiming> {
  const entries = (type: string) =>
    new Promise<PerformanceEntry[]>((resolve) => {
      new PerformanceObserver((list, observer) => {
        observer.disconnect();
        resolve(list.getEntries());
      }).observe({ type, buffered: true });
      setTimeout(resolve, 300, []);
    });
  const fcp = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
  const lcp = (await entries('largest-contentful-paint')).at(-1) as
    | (PerformanceEntry & { element: Element | null })
    | undefined;
  const shifts = (await entries('layout-shift')) as (PerformanceEntry & {
    value: number;
    hadRecentInput: boolean;
  })[];
  const host = path?.split(' >>> ')[0];
  // Only the notice has a shadow tree on this page, and elements in one are not told.
  const isNotice = lcp && (!lcp.element || (host && lcp.element.closest(host)));
  return {
    fcp,
    lcp: { time: lcp?.startTime ?? Number.NaN, what: isNotice ? 'notice' : (lcp?.element?.localName ?? '') },
    cls: shifts.reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0),
  };
}
