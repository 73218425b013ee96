import type { CdpSession } from '../browser/cdp-connection.ts';
import type { NoticeButton } from './look-for-buttons.ts';

/** Clicks like a person, at a place in the window in CSS pixels. */
export async function clickAt(
  page: CdpSession,
  place: { readonly x: number; readonly y: number },
): Promise<void> {
  const point = { ...place, button: 'left', clickCount: 1 } as const;
  await page.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...place });
  await page.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...point });
  await page.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...point });
}

/** Clicks like a person, at the button's place in the page; in a frame of another process, by the element itself. */
export async function pressButton(button: NoticeButton, page: CdpSession): Promise<void> {
  const { session, objectId } = button;
  if (session !== page) return pressElement(button);
  await session.send('DOM.scrollIntoViewIfNeeded', { objectId });
  const { quads } = await session.send('DOM.getContentQuads', { objectId });
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quads[0] ?? [];
  await clickAt(session, { x: (x1 + x3) / 2, y: (y1 + y3) / 2 });
}

/** For a button that something else covers. */
export async function pressElement({ session, objectId }: NoticeButton): Promise<void> {
  await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: 'function(){this.click()}',
    userGesture: true,
  });
}

/** Whether the button is still to be seen. */
export async function isStillThere({ session, objectId }: NoticeButton): Promise<boolean> {
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration:
      'function(){const{width,height}=this.getBoundingClientRect();return this.isConnected&&width>1&&height>1&&this.checkVisibility({opacityProperty:true,visibilityProperty:true})}',
    returnByValue: true,
  });
  return result.value === true;
}
