import type { Consent } from './consent-store.ts';

/** What must be granted: a purpose or a service, by the id that the configuration gives it. */
export type Gate =
  | { readonly purpose: string; readonly service?: undefined }
  | { readonly service: string; readonly purpose?: undefined };

/** Whether a gate stands open. */
export const isOpen = (gate: Gate, consent: Consent): boolean =>
  gate.service === undefined
    ? consent.choice.purposes[gate.purpose] === 'granted'
    : consent.isGranted(gate.service);
