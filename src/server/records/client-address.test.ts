import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

describe('The address of a sender', () => {
  it('is the peer, whatever a header claims, when no proxy is trusted', () => {
    expect(clientAddress('192.0.2.1', '10.0.0.1', 0)).toBe('192.0.2.1');
  });

  it('is what the outermost trusted proxy saw, not what the sender wrote before it', () => {
    expect(clientAddress('127.0.0.1', '6.6.6.6, 192.0.2.1', 1)).toBe('192.0.2.1');
    expect(clientAddress('127.0.0.1', '6.6.6.6, 192.0.2.1, 10.0.0.1', 2)).toBe('192.0.2.1');
  });

  it('is unknown where the trusted proxy wrote none', () => {
    expect(clientAddress('127.0.0.1', undefined, 1)).toBeUndefined();
    expect(clientAddress('127.0.0.1', '192.0.2.1', 2)).toBeUndefined();
  });
});
