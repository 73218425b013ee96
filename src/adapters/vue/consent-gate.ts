import { type DefineSetupFnComponent, defineComponent, type SlotsType, type VNode } from 'vue';
import { type Gate, isOpen } from '../gate.ts';
import { useConsent } from './use-consent.ts';

/** What is shown while it is granted, and instead while it is not. */
export type ConsentGateSlots = SlotsType<{ default: Record<string, never>; fallback: Record<string, never> }>;

/** Mounts its default slot while the purpose or the service is granted, and unmounts it on withdrawal. */
export const ConsentGate: DefineSetupFnComponent<Gate, [], ConsentGateSlots> = defineComponent(
  (gate: Gate, { slots }) => {
    const consent = useConsent();
    return (): VNode[] | undefined =>
      isOpen(gate, consent.value) ? slots.default?.({}) : slots.fallback?.({});
  },
  { name: 'ConsentGate', props: ['purpose', 'service'] },
);
