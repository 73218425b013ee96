import type { Choice } from '../../model/choice.ts';
import { findService, isServiceGranted } from '../../model/gate.ts';
import { isOnDomains } from '../../model/is-on-domains.ts';
import type { DebugEntry, DebugHandle, DebugKind } from './debug-handover.ts';

/** A request as the browser's resource timing tells it. */
export interface SeenRequest {
  readonly name: string;
  readonly startTime: number;
}

/** Everything that the order monitor looks at, at one moment. */
export interface Seen extends Pick<DebugHandle, 'config' | 'log'> {
  /** What counts now. */
  readonly choice: Choice;
  readonly requests: readonly SeenRequest[];
  /** The page's `dataLayer`, whoever wrote into it. */
  readonly dataLayer: unknown;
  /**
   * Addresses of the embeds that the page shows: of a denied service only what the visitor let through on its placeholder,
   * since one that waits has no address.
   */
  readonly embeds: readonly string[];
  /** Address of the page. */
  readonly page: string;
}

/** How a step or a check turned out. */
export type Verdict = 'pass' | 'fail' | 'review' | 'inapplicable';

/** One line of the timeline. */
export interface Step {
  /** Milliseconds since the page began. */
  readonly time: number;
  readonly kind: DebugKind | 'request';
  /** The vendor, service or host. */
  readonly who: string;
  readonly what: string;
  readonly why: string;
  readonly verdict: Verdict;
  /** A request of the site itself or of Avowal. */
  readonly own?: boolean;
}

const choices = ({ log }: Seen) => log.filter(([, kind]) => kind === 'choice');

/** What counted at a time. */
function choiceAt(seen: Seen, time: number): { readonly action: string; readonly choice: Choice } {
  const entries = choices(seen);
  const [, , detail] = entries.findLast(([from]) => from <= time) ??
    entries[0] ?? [0, '', ['start', seen.choice]];
  const [action, choice] = detail as [string, Choice];
  return { action, choice };
}

type Judgement = Pick<Step, 'who' | 'why' | 'verdict' | 'own'>;

const judged = (who: string, why: string, verdict: Verdict, own = false): Judgement => ({
  who,
  why,
  verdict,
  own,
});

function judgeRequest({ name, startTime }: SeenRequest, seen: Seen): Judgement {
  const { config, embeds, page } = seen;
  const url = new URL(name);
  const { host, hostname } = url;
  if (name.startsWith(new URL(`${config.server}/`, page).href))
    return judged('Avowal', 'this tool', 'inapplicable', true);
  const service = findService(config.services, url);
  if (!service) {
    const own = hostname === new URL(page).hostname || isOnDomains(hostname, config.domains);
    return own
      ? judged(host, 'the site itself', 'inapplicable', own)
      : judged(host, 'no service of the configuration', 'review');
  }
  const { action, choice } = choiceAt(seen, startTime);
  const ids = service.purposes
    .filter((id) => !config.purposes.some((own) => own.id === id && own.required))
    .join(', ');
  if (isServiceGranted(config, choice, service)) {
    const before = action === 'start' && config.regime.mode !== 'opt-in';
    return judged(service.name, ids ? `${before ? 'not refused' : 'granted'}: ${ids}` : 'required', 'pass');
  }
  return embeds.includes(name)
    ? judged(service.name, 'shown once, as the visitor asked', 'review')
    : judged(service.name, `denied: ${ids}`, 'fail');
}

/** A value as a person reads it; what has the same value stands together: `ad_storage, ad_user_data = denied`. */
function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join(' ');
  if (typeof value !== 'object' || value === null) return String(value);
  const keys: Record<string, string[]> = {};
  for (const [key, inner] of Object.entries(value)) {
    const text = words(inner);
    keys[text] = [...(keys[text] ?? []), key];
  }
  return Object.entries(keys)
    .map(([text, names]) => `${names.join(', ')} = ${text}`)
    .join('; ');
}

function stepOf(seen: Seen, [time, kind, detail, id]: DebugEntry): Step {
  const [first, ...rest] = [detail].flat();
  const service = seen.config.services.find((known) => known.id === id);
  const told = { time, kind, who: String(first), verdict: 'inapplicable' } as const;
  if (kind === 'signal') return { ...told, what: words(rest), why: '' };
  if (kind === 'choice')
    return { ...told, what: words((rest[0] as Choice).purposes), why: 'counts from here on' };
  return {
    time,
    kind,
    who: service?.name ?? 'the site',
    what: String(detail),
    why: 'held back',
    verdict: 'pass',
  };
}

/** What happened in the page, in its order; what was held back several times stands once. */
export function timelineOf(seen: Seen): Step[] {
  const known = new Set<string>();
  const entries = seen.log.filter(([, kind, detail, id]) => {
    const key = `${id} ${detail}`;
    if (kind !== 'held') return true;
    return !known.has(key) && known.add(key);
  });
  const requests = seen.requests.map((request): Step => {
    const { pathname } = new URL(request.name);
    return { time: request.startTime, kind: 'request', what: pathname, ...judgeRequest(request, seen) };
  });
  return [...entries.map((entry) => stepOf(seen, entry)), ...requests].sort((a, b) => a.time - b.time);
}
