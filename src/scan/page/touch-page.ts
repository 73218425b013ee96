import { setTimeout } from 'node:timers/promises';
import type { Tab } from './open-tabs.ts';

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

async function touch({ session, drawing }: Tab): Promise<void> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: `(${findIdlePlace.toString()})()`,
    returnByValue: true,
  });
  const found = result.value as Point | null;
  const scale = drawing.scale();
  const place = found && { x: found.x * scale, y: found.y * scale };
  const key = { key: 'Shift', code: 'ShiftLeft', windowsVirtualKeyCode: 16 } as const;
  const press = (type: 'rawKeyDown' | 'keyUp') => session.send('Input.dispatchKeyEvent', { type, ...key });
  const sent: Promise<unknown>[] = [press('rawKeyDown'), press('keyUp')];
  if (place) {
    const point = { ...place, button: 'left', clickCount: 1 } as const;
    sent.push(
      session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...place }),
      session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...point }),
      session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...point }),
    );
  }
  // Commands go out in order on one wire: each answer would take a frame.
  await Promise.all(sent);
}

/**
 * Does what wakes scripts that wait for a person, and decides nothing: presses Shift, moves the mouse, and clicks where
 * there is nothing to click.
 */
export async function touchPage(tab: Tab): Promise<void> {
  await Promise.race([touch(tab).catch(() => {}), setTimeout(PATIENCE, undefined, { ref: false })]);
}
