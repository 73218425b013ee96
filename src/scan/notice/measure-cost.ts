import type { NoticeCost } from '../../model/notice-facts.ts';
import type { Tab } from '../page/open-tabs.ts';
import type { NoticeButton } from './look-for-buttons.ts';
import { noticeRoot } from './notice-root.ts';

const PAINT = 'largest-contentful-paint';
const SHIFT = 'layout-shift';

/** Runs inside the page, as text: which of these nodes belong to the notice. */
function areOfNotice(notice: Element, ...nodes: readonly (Node | null)[]): boolean[] {
  const parentOf = (node: Node): Node | null =>
    node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  return nodes.map((node) => {
    for (let at = node; at; at = parentOf(at)) if (at === notice) return true;
    return false;
  });
}

async function ofNotice(control: NoticeButton, nodeIds: readonly (number | undefined)[]): Promise<boolean[]> {
  const { session, objectId } = control;
  const nodes = await Promise.all(
    nodeIds.map(async (backendNodeId) => {
      // What has left the page since is nobody's.
      if (!backendNodeId) return { value: null };
      const found = await session.send('DOM.resolveNode', { backendNodeId }).catch(() => undefined);
      return found?.object.objectId ? { objectId: found.object.objectId } : { value: null };
    }),
  );
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: `function(...nodes){return (${areOfNotice.toString()})((${noticeRoot.toString()})(this),...nodes)}`,
    arguments: nodes,
    returnByValue: true,
  });
  return result.value as boolean[];
}

/**
 * What the notice of the page that is open costs its visitors, as the browser has measured since the page began; nothing
 * where the notice stands in a process of its own. The page cannot see that it is asked.
 */
export async function measureCost(control: NoticeButton, tab: Tab): Promise<NoticeCost | undefined> {
  const { session } = tab;
  if (control.session !== session) return undefined;
  const paints: { readonly time: number; readonly nodeId: number | undefined }[] = [];
  const sources: { readonly shift: object; readonly value: number; readonly nodeId: number | undefined }[] =
    [];
  session.on(
    'PerformanceTimeline.timelineEventAdded',
    ({ event: { type, time, lcpDetails, layoutShiftDetails: shift } }) => {
      if (type === PAINT) paints.push({ time, nodeId: lcpDetails?.nodeId });
      for (const { nodeId } of shift?.sources ?? [])
        if (shift) sources.push({ shift, value: shift.value, nodeId });
    },
  );
  // What was measured before is told before this is answered.
  await session.send('PerformanceTimeline.enable', { eventTypes: [PAINT, SHIFT] });
  await session.send('PerformanceTimeline.enable', { eventTypes: [] });
  const areIts = await ofNotice(
    control,
    [...paints, ...sources].map(({ nodeId }) => nodeId),
  );
  // Each paint that is told is larger than those before it.
  const own = paints.findLast((_, index) => !areIts[index]);
  const last = paints.at(-1);
  const isLargestPaint = last !== undefined && last !== own;
  const later = isLargestPaint && own ? (last.time - own.time) * 1000 : 0;
  const moved = new Map(
    sources.filter((_, index) => areIts[paints.length + index]).map(({ shift, value }) => [shift, value]),
  );
  const sum = [...moved.values()].reduce((total, value) => total + value, 0);
  return {
    // Of what stands in a shadow root the browser does not tell which element it is.
    ...(last?.nodeId !== undefined && { isLargestPaint, laterMilliseconds: Math.max(0, Math.round(later)) }),
    layoutShift: Math.round(sum * 1000) / 1000,
  };
}
