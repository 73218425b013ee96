import type { Choice } from './choice.ts';
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

/** Whether a purpose is granted: required ones are; without an answer the regime decides. */
export function isPurposeGranted(
  config: GateConfig,
  choice: Partial<Choice> | undefined,
  id: string,
): boolean {
  const answer = choice?.purposes?.[id];
  return (
    config.purposes.some((purpose) => purpose.id === id && purpose.required) ||
    (answer ? answer === 'granted' : config.regime.mode !== 'opt-in')
  );
}

/** The visitor's word on a service, else every one of the purposes. */
export function isGranted(
  config: GateConfig,
  choice: Partial<Choice> | undefined,
  service: string,
  purposes: readonly string[],
): boolean {
  const own = choice?.services?.[service];
  return own ? own === 'granted' : purposes.every((id) => isPurposeGranted(config, choice, id));
}

/** Whether a service may run: the visitor's word on it, else every purpose that it needs. */
export const isServiceGranted = (
  config: GateConfig,
  choice: Partial<Choice> | undefined,
  { id, purposes }: RuntimeService,
): boolean => isGranted(config, choice, id, purposes);

/** Whether a tracker may be stored: the visitor's word on its service, else on its purpose. */
export const isTrackerGranted = (
  config: GateConfig,
  choice: Partial<Choice> | undefined,
  { service, purpose }: RuntimeTracker,
): boolean => isGranted(config, choice, service ?? '', [purpose]);
