import { expect, it } from 'vitest';
import { act, auditInput, inventoryOf } from '../testing/audited-site.ts';
import audit from './field-listeners.ts';

const services = [
  ...inventoryOf().services,
  { id: 'hotjar', name: 'Hotjar', provider: 'Hotjar', purpose: 'analytics', hosts: [], known: true },
  { id: 'stripe', name: 'Stripe', provider: 'Stripe', purpose: 'necessary', hosts: [], known: true },
] as const;
const listens = {
  kind: 'listens-to-field',
  subject: 'email field',
  service: 'hotjar',
  host: 'hotjar.example',
} as const;
const verdicts = (...changes: Parameters<typeof act>[0][]) =>
  audit
    .judge(auditInput({ services, acts: changes.map((change) => act({ ...listens, ...change })) }))
    .map(({ verdict, message }) => `${verdict}: ${message}`);

it('LAW-BLOCK-001 fails an optional service that listens to a field before any choice, or reads it', () => {
  expect(verdicts({}, { kind: 'reads-field' })).toEqual([
    'fail: Hotjar (hotjar.example) listened to the email field before any choice.',
    'fail: Hotjar (hotjar.example) read the email field before any choice.',
  ]);
});

it('LAW-BLOCK-004 fails one that does so after the refusal', () => {
  expect(verdicts({ seen: { reject: true } })).toEqual([
    'fail: Hotjar (hotjar.example) listened to the email field after the refusal.',
  ]);
});

it('wants a person to look at somebody unknown, and at who listens to all keys', () => {
  expect(
    verdicts(
      { service: 'host:x.example', purpose: null, host: 'x.example' },
      { kind: 'listens-to-keys', subject: 'all keys on a page with a field for email' },
    ),
  ).toEqual([
    expect.stringMatching(/^review: .*x\.example/),
    expect.stringMatching(/^review: Hotjar .* listened to all keys/),
  ]);
});

it('lets be who is needed to pay or to sign in', () => {
  expect(verdicts({ service: 'stripe', purpose: 'necessary' })).toEqual([expect.stringMatching(/^pass: /)]);
});

it('does not take a consent to statistics for one to listen to passwords', () => {
  const seen = { accept: true };
  expect(verdicts({ seen })).toEqual([expect.stringMatching(/^pass: /)]);
  expect(verdicts({ seen, subject: 'password field' })).toEqual([
    'review: Hotjar (hotjar.example) listened to the password field after a consent.',
  ]);
});
