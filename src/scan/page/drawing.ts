import type { CdpSession } from '../browser/cdp-connection.ts';

/**
 * How large a tab is drawn. Pixels that nobody looks at are the dearest part of scrolling, and pictures are taken at their
 * own size. A page can tell by `screenX` and `screenY` of a mouse event, and by nothing else.
 */
export interface Drawing {
  /** What places on the page are multiplied by to tell the browser where the mouse is. */
  scale(): number;
  /** Draws a sixteenth of the pixels; window, screen and density stay what they were. */
  shrink(): Promise<void>;
  restore(): Promise<void>;
}

const SMALL = 0.25;

interface Sizes {
  readonly inner: readonly [number, number];
  readonly screen: readonly [number, number];
  readonly density: number;
}

const READ =
  '({ inner: [innerWidth, innerHeight], screen: [screen.width, screen.height], density: devicePixelRatio })';

/** Makes one for a tab. */
export function createDrawing(session: CdpSession): Drawing {
  let whole: Sizes | undefined;

  async function shrink(): Promise<void> {
    const { result } = await session.send('Runtime.evaluate', { expression: READ, returnByValue: true });
    const sizes = result.value as Sizes;
    const [width, height] = sizes.inner;
    const [screenWidth, screenHeight] = sizes.screen;
    await session.send('Emulation.setDeviceMetricsOverride', {
      ...{ width, height, screenWidth, screenHeight, deviceScaleFactor: sizes.density },
      ...{ mobile: false, scale: SMALL, dontSetVisibleSize: true },
    });
    whole = sizes;
    const visible = { width: Math.ceil(width * SMALL), height: Math.ceil(height * SMALL) };
    await session.send('Emulation.setVisibleSize', visible);
  }

  async function restore(): Promise<void> {
    if (!whole) return;
    const [width, height] = whole.inner;
    await session.send('Emulation.clearDeviceMetricsOverride');
    whole = undefined;
    await session.send('Emulation.setVisibleSize', { width, height });
  }

  // A tab that does not answer is drawn as it is.
  return {
    scale: () => (whole ? SMALL : 1),
    shrink: () => shrink().catch(() => {}),
    restore: () => restore().catch(() => {}),
  };
}
