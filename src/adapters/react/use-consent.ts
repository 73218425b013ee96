'use client';
import { useSyncExternalStore } from 'react';
import { type Consent, getConsent, NOTHING_GRANTED, subscribe } from '../consent-store.ts';

const onServer = () => NOTHING_GRANTED;

/** What counts for the visitor now; nothing is granted on a server and during hydration. */
export const useConsent = (): Consent => useSyncExternalStore(subscribe, getConsent, onServer);
