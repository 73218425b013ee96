import type { NoticeButtonFacts } from '../../model/notice-facts.ts';
import type { CdpSession } from '../browser/cdp-connection.ts';
import { findNoticeButton, type NoticeButton } from './look-for-buttons.ts';
import { measureNotice } from './measure-notice.ts';
import { noticeRoot } from './notice-root.ts';

/** Measures the buttons of the notice in which a button accepts; empty where that cannot be done. */
export async function readNoticeButtons(
  accept: NoticeButton,
  documents: readonly CdpSession[],
): Promise<readonly NoticeButtonFacts[]> {
  const reject = await findNoticeButton(documents, 'reject');
  const isSameDocument = reject?.session === accept.session;
  const { result } = await accept.session.send('Runtime.callFunctionOn', {
    objectId: accept.objectId,
    functionDeclaration: `function(reject){return (${measureNotice.toString()})((${noticeRoot.toString()})(this),this,reject)}`,
    arguments: [reject && isSameDocument ? { objectId: reject.objectId } : { value: null }],
    returnByValue: true,
  });
  return (result.value as readonly NoticeButtonFacts[] | undefined) ?? [];
}
