'use client';
import type { ReactNode } from 'react';
import { type Gate, isOpen } from '../gate.ts';
import { useConsent } from './use-consent.ts';

/** What waits for a purpose or a service. */
export type ConsentGateProps = Gate & {
  readonly children?: ReactNode;
  /** Shown instead while it is not granted. */
  readonly fallback?: ReactNode;
};

/** Mounts its children while the purpose or the service is granted, and unmounts them on withdrawal. */
export function ConsentGate({ children, fallback = null, ...gate }: ConsentGateProps): ReactNode {
  return isOpen(gate, useConsent()) ? children : fallback;
}
