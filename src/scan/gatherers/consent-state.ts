import { setTimeout } from 'node:timers/promises';
import type { CdpSession } from '../browser/cdp-connection.ts';
import type { Gatherer, GatherRun, ScanTarget } from '../gatherer.ts';
import { type PageAnswers, readPageAnswers } from '../signals/read-page-answers.ts';

/** Runs inside the page, as text: asks the consent interfaces what any vendor would ask them. */
async function ask(): Promise<PageAnswers> {
  const scope = globalThis as unknown as Record<string, unknown>;
  const call = (name: string, ...args: readonly unknown[]) =>
    new Promise<Record<string, unknown> | null>((done) => {
      const api = scope[name];
      if (typeof api !== 'function') return done(null);
      // A stub keeps questions until somebody answers them.
      self.setTimeout(() => done({}), 300);
      try {
        api(...args.slice(0, 2), (answer: unknown) => done((answer || {}) as Record<string, unknown>));
      } catch {
        done({});
      }
    });
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, 20_000) : undefined);
  const [ping, data, gpp, usp] = await Promise.all([
    call('__tcfapi', 'ping', 2),
    call('__tcfapi', 'getTCData', 2),
    call('__gpp', 'ping'),
    call('__uspapi', 'getUSPData', 1),
  ]);
  const purpose = data?.purpose as { readonly consents?: Readonly<Record<string, unknown>> } | undefined;
  const cookie = /(?:^|; )euconsent-v2=([^;]{1,20000})/.exec(document.cookie)?.[1];
  return {
    ...(ping && {
      tcf: {
        status: text(ping.cmpStatus),
        applies: typeof data?.gdprApplies === 'boolean' ? data.gdprApplies : undefined,
        text: text(data?.tcString),
        consents: Object.entries(purpose?.consents ?? {}).flatMap(([id, is]) =>
          is === true ? [Number(id)] : [],
        ),
      },
    }),
    ...(gpp && { gpp: { status: text(gpp.cmpStatus), text: text(gpp.gppString) } }),
    ...(usp && { usPrivacy: { text: text(usp.uspString) } }),
    ...(cookie && { cookie }),
  };
}

/** A page in an endless loop answers nothing at all; milliseconds. */
const PATIENCE = 2000;

async function askPage(session: CdpSession): Promise<PageAnswers> {
  const asked = session
    .send('Runtime.evaluate', {
      expression: `(${ask.toString()})()`,
      awaitPromise: true,
      returnByValue: true,
    })
    .catch(() => undefined);
  const answer = await Promise.race([asked, setTimeout(PATIENCE, undefined, { ref: false })]);
  return (answer?.result.value ?? {}) as PageAnswers;
}

function start(run: GatherRun) {
  let session: CdpSession | undefined;
  return {
    attach(target: ScanTarget) {
      if (target.type === 'page') session = target.session;
    },
    async beforeEnd() {
      if (!session) return;
      for (const answered of readPageAnswers(await askPage(session), run.hash))
        run.observeSignal({ answered });
    },
  };
}

/** What the page's consent interfaces answer when it is quiet: `__tcfapi`, `__gpp`, `__uspapi`, and the TC cookie. */
const consentState: Gatherer = { id: 'consent-state', start };

export default consentState;
