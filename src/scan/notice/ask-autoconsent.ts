import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { CdpSession } from '../browser/cdp-connection.ts';

/** What autoconsent did, by its own account: whether it is true must be checked. */
export interface AutoconsentAnswer {
  /** The consent tool, as its rules name it. */
  readonly tool: string;
  /** What its clicks went to. */
  readonly clicks: readonly string[];
}

interface Rule {
  readonly name: string;
  readonly cosmetic?: boolean;
  readonly runContext?: { readonly urlPattern?: string };
}

interface Message {
  readonly type: string;
  readonly cmp?: string;
  readonly result?: boolean;
  readonly id?: string;
  readonly code?: string;
  readonly click?: string;
}

/** Looks twice more, half a second apart; what was found gets this long; milliseconds. */
const DETECT_RETRIES = 2;
const DONE_WITHIN = 8000;

let loaded: { readonly script: string; readonly rules: readonly Rule[] } | undefined;

/** The library is big and seldom needed: it is read when it first is. */
function load() {
  loaded ??= {
    script: readFileSync(
      new URL('autoconsent.playwright.js', import.meta.resolve('@duckduckgo/autoconsent')),
      'utf8',
    ),
    rules: JSON.parse(
      readFileSync(new URL(import.meta.resolve('@duckduckgo/autoconsent/rules/rules.json')), 'utf8'),
    ).autoconsent,
  };
  return loaded;
}

const appliesTo = (url: string) => (rule: Rule) =>
  !rule.cosmetic && (!rule.runContext?.urlPattern || new RegExp(rule.runContext.urlPattern).test(url));

/** Runs inside the page, as text, in a world of its own: ties the library to the way out, and tells of its clicks. */
function tie(binding: string): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  const send = scope[binding] as (text: string) => void;
  scope.autoconsentSendMessage = (message: object) => Promise.resolve(send(JSON.stringify(message)));
  addEventListener(
    'click',
    ({ target }) => {
      if (!(target instanceof Element)) return;
      const text = (target as HTMLElement).innerText?.replace(/\s+/g, ' ').trim().slice(0, 60);
      send(JSON.stringify({ type: 'click', click: text || `#${target.id}` }));
    },
    true,
  );
}

/**
 * Lets autoconsent, which knows hundreds of consent tools, answer the notice of a page; `undefined` where it knows none
 * here within `patience` milliseconds, or gives up. It clicks by script, on whatever layer its rules say.
 */
export async function askAutoconsent(
  session: CdpSession,
  autoAction: 'optIn' | 'optOut',
  patience: number,
): Promise<AutoconsentAnswer | undefined> {
  const { script, rules } = load();
  const binding = `_${randomBytes(8).toString('hex')}`;
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: binding,
  });
  const run = (expression: string) => session.send('Runtime.evaluate', { expression, contextId });
  const tell = (message: object) =>
    void run(`autoconsentReceiveMessage(${JSON.stringify(message)})`).catch(() => {});
  const clicks: string[] = [];
  let tool: string | undefined;
  const finished = Promise.withResolvers<AutoconsentAnswer | undefined>();

  const heard = async ({ type, cmp, result, id, code, click }: Message) => {
    if (type === 'init') {
      const config = {
        enabled: true,
        autoAction,
        disabledCmps: [],
        enablePrehide: false,
        enableCosmeticRules: false,
        detectRetries: DETECT_RETRIES,
        heuristicMode: 'off',
      };
      tell({
        type: 'initResp',
        config,
        rules: { autoconsent: rules.filter(appliesTo(frameTree.frame.url)) },
      });
    } else if (type === 'eval') {
      const answer = await session
        .send('Runtime.evaluate', { expression: code ?? '', returnByValue: true, awaitPromise: true })
        .catch(() => undefined);
      tell({ type: 'evalResp', id, result: answer?.result.value ?? false });
    } else if (type === 'popupFound') tool = cmp;
    else if (type === 'click' && click) clicks.push(click);
    else if (type === `${autoAction}Result`) {
      finished.resolve(result && tool ? { tool, clicks } : undefined);
    }
  };
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === binding) void heard(JSON.parse(payload) as Message);
  });
  await session.send('Runtime.addBinding', { name: binding, executionContextName: binding });
  await run(`(${tie.toString()})(${JSON.stringify(binding)});${script}`);
  const early = setTimeout(patience, undefined, { ref: false }).then(() =>
    tool === undefined ? undefined : setTimeout(DONE_WITHIN, undefined, { ref: false }),
  );
  return Promise.race([finished.promise, early]);
}
