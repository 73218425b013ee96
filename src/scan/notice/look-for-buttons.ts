import type { CdpSession } from '../browser/cdp-connection.ts';
import { type ButtonFacts, type CollectedButtons, collectButtons } from './collect-buttons.ts';
import { CONSENT_WORDS } from './consent-words.ts';
import { KNOWN_CONTROLS } from './known-controls.ts';
import type { NoticeAction } from './notice-action.ts';
import { pickButton } from './pick-button.ts';

/** A button of a notice, held in the page. */
export interface NoticeButton {
  readonly session: CdpSession;
  readonly objectId: string;
  /** Such as `avowal: [data-avowal-action=reject]`. */
  readonly how: string;
  readonly text: string;
}

/** What a look at a page and its frames saw. */
export interface NoticeLook {
  /** The button that does this, where there is one without doubt. */
  find(action: NoticeAction): Promise<NoticeButton | undefined>;
  /** Whether anything looks like a notice. */
  readonly hasNotice: boolean;
  /** False where no document gave an answer: nothing can be said. */
  readonly hasSeen: boolean;
  /** What can be clicked in the notice, for a person to read. */
  readonly texts: readonly string[];
  /** Turns every switch of the notice off; resolves to how many. */
  turnSwitchesOff(): Promise<number>;
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

interface DocumentLook {
  readonly session: CdpSession;
  /** The {@link CollectedButtons} in the page. */
  readonly objectId: string;
  readonly facts: readonly ButtonFacts[];
  readonly hasNotice: boolean;
}

const CANNOT_SEE = 'the page does not answer';

async function lookAt(session: CdpSession, withClosed: boolean): Promise<DocumentLook> {
  const { result: scope } = await session.send('Runtime.evaluate', { expression: 'globalThis' });
  if (!scope.objectId) throw new Error(CANNOT_SEE);
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: scope.objectId,
    functionDeclaration: collectButtons.toString(),
    arguments: [
      { value: KNOWN_CONTROLS },
      { value: CONSENT_WORDS },
      ...(withClosed ? await closedRootObjects(session) : []),
    ],
  });
  const { objectId } = result;
  if (!objectId || result.subtype === 'error') throw new Error(result.description ?? CANNOT_SEE);
  const read = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: 'function(){return{facts:this.facts,hasNotice:this.hasNotice}}',
    returnByValue: true,
  });
  return { session, objectId, ...(read.result.value as Pick<CollectedButtons, 'facts' | 'hasNotice'>) };
}

/** Looks at the page and at frames of other processes; into closed shadow roots only when told to: that reads the whole tree. */
export async function lookForButtons(
  documents: readonly CdpSession[],
  withClosed: boolean,
): Promise<NoticeLook> {
  const looks = await Promise.all(
    documents.map((session) => lookAt(session, withClosed).catch(() => undefined)),
  );
  const seen = looks.filter((look) => look !== undefined);
  return {
    hasSeen: seen.length > 0,
    hasNotice: seen.some(({ hasNotice }) => hasNotice),
    texts: seen
      .flatMap(({ facts }) => facts)
      .filter(({ isInNotice, text }) => isInNotice && text)
      .map(({ text }) => text)
      .slice(0, 20),
    async find(action) {
      for (const { session, objectId, facts } of seen) {
        const picked = pickButton(facts, action);
        if (!picked) continue;
        const { result } = await session.send('Runtime.callFunctionOn', {
          objectId,
          functionDeclaration: 'function(index){return this.elements[index]}',
          arguments: [{ value: picked.index }],
        });
        if (!result.objectId) continue;
        const text = facts[picked.index]?.text ?? '';
        return { session, objectId: result.objectId, how: picked.how, text };
      }
      return undefined;
    },
    async turnSwitchesOff() {
      let count = 0;
      for (const { session, objectId } of seen) {
        const { result } = await session.send('Runtime.callFunctionOn', {
          objectId,
          functionDeclaration:
            'function(){for(const one of this.switches)one.click();return this.switches.length}',
          returnByValue: true,
          userGesture: true,
        });
        count += Number(result.value);
      }
      return count;
    },
  };
}

/** The first document that has the button, looked at the quick way and then thoroughly. */
export async function findNoticeButton(
  documents: readonly CdpSession[],
  action: NoticeAction,
): Promise<NoticeButton | undefined> {
  for (const withClosed of [false, true]) {
    const found = await (await lookForButtons(documents, withClosed)).find(action).catch(() => undefined);
    if (found) return found;
  }
  return undefined;
}
