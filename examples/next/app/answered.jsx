'use client';
import { useConsent } from 'avowal/next';

export function Answered() {
  const { decided } = useConsent();
  return <footer>{decided ? 'You have answered.' : 'You have not answered yet.'}</footer>;
}
