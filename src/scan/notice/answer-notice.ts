import type { NoticeButtonFacts } from '../../model/inventory.ts';
import type { CdpSession } from '../browser/cdp-connection.ts';
import { findButton } from './find-button.ts';
import { BUTTON_TEXTS, KNOWN_NOTICES } from './known-notices.ts';
import { measureNotice } from './measure-notice.ts';

/** What the scanner says to a notice. */
export type NoticeAnswer = 'accept' | 'reject';

/** A button of a notice, held in the page. */
export interface NoticeButton {
  readonly session: CdpSession;
  readonly objectId: string;
  /** Such as `avowal: [data-avowal-action=reject]`. */
  readonly how: string;
}

/** By what a button is known. */
export interface Wanted {
  readonly known: readonly { readonly tool: string; readonly selector: string }[];
  /** In lower case, without punctuation, the likeliest first. */
  readonly texts: readonly string[];
  /** Also outside of a notice. */
  readonly isAnywhere?: boolean;
}

interface ProtocolNode {
  readonly backendNodeId: number;
  readonly shadowRootType?: string;
  readonly children?: readonly ProtocolNode[];
  readonly shadowRoots?: readonly ProtocolNode[];
}

/** Closed shadow roots: only the protocol can see into them. */
function closedRoots(node: ProtocolNode): number[] {
  const below = [...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(closedRoots);
  return node.shadowRootType === 'closed' ? [node.backendNodeId, ...below] : below;
}

async function closedRootObjects(session: CdpSession): Promise<{ objectId: string }[]> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const objects = await Promise.all(
    closedRoots(root).map((backendNodeId) => session.send('DOM.resolveNode', { backendNodeId })),
  );
  return objects.flatMap(({ object }) => (object.objectId ? [{ objectId: object.objectId }] : []));
}

/** Looks for the button in one document; closed shadow roots only on the second look, since that reads the whole tree. */
async function findIn(
  session: CdpSession,
  { known, texts, isAnywhere = false }: Wanted,
  withClosed: boolean,
): Promise<NoticeButton | undefined> {
  const { result: scope } = await session.send('Runtime.evaluate', { expression: 'globalThis' });
  if (!scope.objectId) return undefined;
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: scope.objectId,
    functionDeclaration: findButton.toString(),
    arguments: [
      { value: known },
      { value: texts },
      { value: isAnywhere },
      ...(withClosed ? await closedRootObjects(session) : []),
    ],
  });
  if (!result.objectId) return undefined;
  const { objectId } = result;
  const how = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: 'function(){return this.how}',
    returnByValue: true,
  });
  const element = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: 'function(){return this.element}',
  });
  if (!element.result.objectId) return undefined;
  return { session, objectId: element.result.objectId, how: String(how.result.value) };
}

/** Looks for a button in the page and in frames of other processes, first the quick way. */
export async function findControl(
  documents: readonly CdpSession[],
  wanted: Wanted,
): Promise<NoticeButton | undefined> {
  for (const withClosed of [false, true]) {
    for (const session of documents) {
      const found = await findIn(session, wanted, withClosed).catch(() => undefined);
      if (found) return found;
    }
  }
  return undefined;
}

/** Looks for the button of the notice that gives an answer. */
export const findNoticeButton = (
  documents: readonly CdpSession[],
  answer: NoticeAnswer,
): Promise<NoticeButton | undefined> =>
  findControl(documents, {
    known: KNOWN_NOTICES.map((notice) => ({ tool: notice.tool, selector: notice[answer] })),
    texts: BUTTON_TEXTS[answer],
  });

/** Clicks like a person, at the button's place in the page; in a frame of another process, by the element itself. */
export async function clickButton({ session, objectId }: NoticeButton, isMain: boolean): Promise<void> {
  if (!isMain) {
    await clickElement(session, objectId);
    return;
  }
  await session.send('DOM.scrollIntoViewIfNeeded', { objectId });
  const { quads } = await session.send('DOM.getContentQuads', { objectId });
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quads[0] ?? [];
  const point = { x: (x1 + x3) / 2, y: (y1 + y3) / 2, button: 'left', clickCount: 1 } as const;
  await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: point.x, y: point.y });
  await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...point });
  await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...point });
}

/** For a button that something else covers. */
export async function clickElement(session: CdpSession, objectId: string): Promise<void> {
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

/** Measures the buttons of the notice in which a button accepts; empty where that cannot be done. */
export async function readNoticeButtons(
  accept: NoticeButton,
  documents: readonly CdpSession[],
): Promise<readonly NoticeButtonFacts[]> {
  const reject = await findNoticeButton(documents, 'reject');
  const isSameDocument = reject?.session === accept.session;
  const { result } = await accept.session.send('Runtime.callFunctionOn', {
    objectId: accept.objectId,
    functionDeclaration: `function(reject){return (${measureNotice.toString()})(this,reject)}`,
    arguments: [reject && isSameDocument ? { objectId: reject.objectId } : { value: null }],
    returnByValue: true,
  });
  return (result.value as readonly NoticeButtonFacts[] | undefined) ?? [];
}
