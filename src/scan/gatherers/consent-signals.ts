import { initiatorsOf } from '../computed/initiator-chain.ts';
import type { Gatherer, GatherRun, ScanTarget } from '../gatherer.ts';
import { readRequestSignals } from '../signals/read-request-signals.ts';

interface Sent {
  readonly url: string;
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** A page that sends without end must not fill the memory. */
const MOST_SENT = 2000;

/** Names of parameters that may speak of consent: the rest of the traffic is not looked at twice. */
const SPEAKS = /(gcs|gcd|npa|dma|pscdl|gdpr|gdpr_consent|gpp|us_privacy|asc|dpo)["']?[=:]|"consent"/;

function gather(run: GatherRun, sent: readonly Sent[]): void {
  const requests = run.network.requests();
  for (const { url, body, time } of sent) {
    const statements = readRequestSignals(url, body, run.hash);
    if (statements.length === 0) continue;
    const request = requests.find(({ hops }) => hops.some((hop) => hop.url === url));
    const hop = request?.hops.findIndex((one) => one.url === url) ?? 0;
    const initiators = request ? initiatorsOf(requests, request, hop) : [];
    for (const statement of statements)
      run.observeSignal({ sent: { ...statement, host: new URL(url).hostname, time, initiators } });
  }
}

function start(run: GatherRun) {
  const byId = new Map<string, Sent>();
  return {
    attach({ session }: ScanTarget) {
      session.on('Network.requestWillBeSent', ({ requestId, request, wallTime }) => {
        const { url, postData: body = '' } = request;
        const id = `${requestId} ${url}`;
        if (byId.size >= MOST_SENT || byId.has(id) || !/^(https?|wss?):/.test(url)) return;
        if (SPEAKS.test(url) || SPEAKS.test(body)) byId.set(id, { url, body, time: wallTime * 1000 });
      });
    },
    pageEnd() {
      gather(run, [...byId.values()]);
      byId.clear();
    },
  };
}

/** What requests say of the visitor's answer: Google's codes, TC and GPP strings, US Privacy, Microsoft, Meta. */
const consentSignals: Gatherer = { id: 'consent-signals', start };

export default consentSignals;
