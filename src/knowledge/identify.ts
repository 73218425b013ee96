import { hostRuleWeight, type RequestTarget } from '../model/host-rule.ts';
import { isOnDomains } from '../model/is-on-domains.ts';
import { matchesName } from '../model/name-pattern.ts';
import type { Service } from '../model/service.ts';
import { isCookie, type Party, type TrackerDeclaration, type TrackerKind } from '../model/tracker.ts';
import { services } from './services/index.ts';

/** What the scanner sees of a tracker: enough to look it up. */
export interface SeenTracker {
  readonly name: string;
  readonly kind: TrackerKind;
  /** Host that holds or receives it; a cookie's domain without the leading dot. */
  readonly host: string;
  readonly party: Party;
}

/** A declaration of knowledge that explains a tracker. */
export interface KnownTracker {
  readonly service: Service;
  readonly declaration: TrackerDeclaration;
  /** 0 to 1: lower for a pattern than for a name, and lower away from the host where it is expected. */
  readonly confidence: number;
}

type Candidate = Omit<KnownTracker, 'confidence'>;

interface HostRule {
  /** Empty where the rule is a host alone. */
  readonly path: string;
  readonly weight: number;
  readonly service: Service;
}

const candidates: readonly Candidate[] = services.flatMap((service) =>
  service.trackers.map((declaration) => ({ service, declaration })),
);
const isPattern = ({ declaration }: Candidate) => declaration.name.includes('*');
const patterns = candidates.filter(isPattern);

const byName = new Map<string, Candidate[]>();
for (const candidate of candidates) {
  if (isPattern(candidate)) continue;
  const { name } = candidate.declaration;
  byName.set(name, [...(byName.get(name) ?? []), candidate]);
}

const rulesByHost = new Map<string, HostRule[]>();
for (const service of services) {
  for (const rule of service.hosts) {
    const host = rule.replace(/\/.*/, '');
    const compiled = { path: rule.slice(host.length), weight: hostRuleWeight(rule), service };
    rulesByHost.set(host, [...(rulesByHost.get(host) ?? []), compiled]);
  }
}

const sameKind = (a: TrackerKind, b: TrackerKind) => a === b || (isCookie(a) && isCookie(b));

/** How sure a declaration is where it is expected, and away from there. */
const SURENESS = {
  name: { expected: 1, elsewhere: 0.7 },
  pattern: { expected: 0.9, elsewhere: 0.6 },
} as const;

/** How sure it is that a candidate whose name fits is the tracker that was seen; 0 = it is another one of that name. */
function confidenceOf(candidate: Candidate, seen: SeenTracker): number {
  const { service, declaration } = candidate;
  if (!sameKind(declaration.kind, seen.kind)) return 0;
  const { expected, elsewhere } = SURENESS[isPattern(candidate) ? 'pattern' : 'name'];
  const onOwnHost = identifyHost({ hostname: seen.host, pathname: '/' }) === service;
  if (declaration.host) {
    if (isOnDomains(seen.host, [declaration.host])) return expected;
    // Services move between their domains: x.com sets what twitter.com set.
    return onOwnHost ? elsewhere : 0;
  }
  if (seen.party === 'first' || onOwnHost) return expected;
  // A stranger's cookie is never necessary on the strength of its name alone (LAW-BLOCK-005).
  return (declaration.purpose ?? service.purpose) === 'necessary' ? 0 : elsewhere;
}

const literals = (name: string) => name.replaceAll('*', '').length;

/**
 * Finds what knowledge says of a tracker by its name, kind and host, or `undefined` where nothing explains it.
 * Of several declarations that fit, the surest wins, then the one with more of the name spelled out.
 */
export function identifyTracker(seen: SeenTracker): KnownTracker | undefined {
  const fitting = [
    ...(byName.get(seen.name) ?? []),
    ...patterns.filter(({ declaration }) => matchesName(declaration.name, seen.name)),
  ];
  return fitting
    .map((candidate) => ({ ...candidate, confidence: confidenceOf(candidate, seen) }))
    .filter(({ confidence }) => confidence > 0)
    .sort(
      (a, b) => b.confidence - a.confidence || literals(b.declaration.name) - literals(a.declaration.name),
    )[0];
}

function* hostAndParents(hostname: string): Generator<string> {
  for (let host = hostname; host; host = host.slice(host.indexOf('.') + 1)) {
    yield host;
    if (!host.includes('.')) break;
  }
  yield '*';
}

/** The service that a request goes to: the one with the narrowest matching host rule, if any. */
export function identifyHost(target: RequestTarget): Service | undefined {
  let best: HostRule | undefined;
  for (const host of hostAndParents(target.hostname.replace(/\.$/, ''))) {
    for (const rule of rulesByHost.get(host) ?? []) {
      if (rule.weight > (best?.weight ?? 0) && target.pathname.startsWith(rule.path)) best = rule;
    }
  }
  return best?.service;
}
