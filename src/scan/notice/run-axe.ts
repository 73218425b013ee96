import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { AxeViolation } from '../../model/notice-facts.ts';
import type { NoticeButton } from './look-for-buttons.ts';
import { noticeRoot } from './notice-root.ts';

/** WCAG 2.2 at levels A and AA, which EN 301 549 asks for (A11Y-013). */
const TAGS: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let source: string | undefined;
const readSource = () => readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs beside the page, as text: what axe finds wrong within an element. It fetches nothing. */
async function run(notice: Element, tags: readonly string[]): Promise<AxeViolation[]> {
  const engine = (globalThis as unknown as { axe: typeof axe }).axe;
  const { violations } = await engine.run(notice, {
    runOnly: [...tags],
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
    preload: false,
    iframes: false,
  });
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'minor',
    help,
    nodes: nodes.slice(0, 5).map(({ target, html, failureSummary }) => ({
      selector: target.flat().join(' ').slice(0, 300),
      html: html.slice(0, 300),
      why: (failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 300),
    })),
  }));
}

/**
 * Runs axe-core on the notice that a control stands in, in a world of its own that the page's scripts cannot see.
 * Rejects where it cannot look inside: a closed shadow root.
 */
export async function runAxe({ session, objectId }: NoticeButton): Promise<readonly AxeViolation[]> {
  source ??= readSource();
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'accessibility',
  });
  await session.send('Runtime.evaluate', { expression: source, contextId: executionContextId });
  const { node } = await session.send('DOM.describeNode', { objectId });
  const { backendNodeId } = node;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId, executionContextId });
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: `function(tags){return (${run.toString()})((${noticeRoot.toString()})(this),tags)}`,
    arguments: [{ value: TAGS }],
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails || !Array.isArray(result.value)) throw new Error('axe could not look at the notice');
  return result.value as readonly AxeViolation[];
}
