import { setTimeout } from 'node:timers/promises';
import type { CdpSession } from '../browser/cdp-connection.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Runs inside the page, as text: a place where a click means nothing, neither link nor button nor anything that floats. */
function findIdlePlace(): Point | null {
  const isIdle = (element: Element | null): boolean => {
    for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
      const { position, cursor } = getComputedStyle(at);
      if (position === 'fixed' || position === 'sticky' || cursor === 'pointer') return false;
      if (
        at.matches(
          'a,button,input,select,textarea,label,summary,video,audio,iframe,object,embed,canvas,dialog,[role],[onclick],[tabindex],[contenteditable]',
        )
      )
        return at.matches('[role=main],[role=document],[role=presentation],main');
      if (at.shadowRoot) return false;
    }
    return element !== null;
  };
  for (let y = 4; y < innerHeight; y += Math.max(60, innerHeight / 8)) {
    for (let x = 4; x < innerWidth; x += Math.max(60, innerWidth / 8)) {
      if (isIdle(document.elementFromPoint(x, y))) return { x, y };
    }
  }
  return null;
}

/** A page in an endless loop answers nothing at all; milliseconds. */
const PATIENCE = 3000;

async function touch(session: CdpSession): Promise<void> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: `(${findIdlePlace.toString()})()`,
    returnByValue: true,
  });
  const place = result.value as Point | null;
  const key = { key: 'Shift', code: 'ShiftLeft', windowsVirtualKeyCode: 16 } as const;
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  if (!place) return;
  const point = { ...place, button: 'left', clickCount: 1 } as const;
  await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...place });
  await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...point });
  await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...point });
}

/**
 * Does what wakes scripts that wait for a person, and decides nothing: presses Shift, moves the mouse, and clicks where
 * there is nothing to click.
 */
export async function touchPage(session: CdpSession): Promise<void> {
  await Promise.race([touch(session).catch(() => {}), setTimeout(PATIENCE, undefined, { ref: false })]);
}
