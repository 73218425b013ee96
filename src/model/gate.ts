import type { Answer, Choice } from './choice.ts';
import { hostRuleWeight, matchesHostRule, type RequestTarget } from './host-rule.ts';
import type { RuntimeConfig, RuntimeService, RuntimeTracker } from './runtime-config.ts';

type GateConfig = Pick<RuntimeConfig, 'purposes' | 'regime'>;

/** The service that a request belongs to: the one with the narrowest matching host rule, if any. */
export function findService(
  services: readonly RuntimeService[],
  target: RequestTarget,
): RuntimeService | undefined {
  let best: RuntimeService | undefined;
  let weight = 0;
  for (const service of services) {
    for (const rule of service.hosts) {
      if (matchesHostRule(rule, target) && hostRuleWeight(rule) > weight) {
        best = service;
        weight = hostRuleWeight(rule);
      }
    }
  }
  return best;
}

/** The answer that counts for a purpose: required ones are granted; without an answer the regime decides. */
export function purposeAnswer(config: GateConfig, choice: Partial<Choice>, id: string): Answer {
  const required = config.purposes.some((purpose) => purpose.id === id && purpose.required);
  if (required) return 'granted';
  return choice.purposes?.[id] ?? (config.regime.mode === 'opt-in' ? 'denied' : 'granted');
}

/** Whether a service may run: the visitor's word on it, else every purpose that it needs. */
export function isServiceGranted(
  config: GateConfig,
  choice: Partial<Choice>,
  service: RuntimeService,
): boolean {
  const own = choice.services?.[service.id];
  if (own) return own === 'granted';
  return service.purposes.every((id) => purposeAnswer(config, choice, id) === 'granted');
}

/** Whether a tracker may be stored: the visitor's word on its service, else on its purpose. */
export function isTrackerGranted(
  config: GateConfig,
  choice: Partial<Choice>,
  tracker: RuntimeTracker,
): boolean {
  const answer = choice.services?.[tracker.service ?? ''] ?? purposeAnswer(config, choice, tracker.purpose);
  return answer === 'granted';
}
