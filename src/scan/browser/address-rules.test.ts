import { describe, expect, it } from 'vitest';
import { findResolveRule, isPrivateAddress, parseResolveRule } from './address-rules.ts';

describe('isPrivateAddress', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:a00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'ff02::1',
  ])('refuses %s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each([
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '192.167.255.255',
    '2606:4700::1',
    '2a00:1450:4001::1',
  ])('lets %s pass', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

describe('parseResolveRule', () => {
  it('reads host, address and port', () => {
    expect(parseResolveRule('*=127.0.0.1:8443')).toEqual({ host: '*', address: '127.0.0.1', port: 8443 });
    expect(parseResolveRule('A.Example=[::1]:80')).toEqual({ host: 'a.example', address: '::1', port: 80 });
    expect(parseResolveRule('a.example=10.0.0.1')).toEqual({ host: 'a.example', address: '10.0.0.1' });
  });

  it.each([
    '',
    'a',
    'a=',
    'a=b',
    'a=1.2.3',
    'a=1.2.3.4:0',
    'a=1.2.3.4:70000',
    'a=1.2.3.4:x',
    'a=[1.2.3.4.5]:1',
    '=1.2.3.4',
  ])('refuses "%s" with the way to write it', (text) => {
    expect(() => parseResolveRule(text)).toThrow(expect.objectContaining({ code: 'USAGE', exit: 2 }));
  });
});

it('prefers the rule of the host to the one for all', () => {
  const rules = [parseResolveRule('*=127.0.0.1:1'), parseResolveRule('a.example=127.0.0.1:2')];
  expect(findResolveRule(rules, 'A.example')?.port).toBe(2);
  expect(findResolveRule(rules, 'b.example')?.port).toBe(1);
  expect(findResolveRule([], 'b.example')).toBeUndefined();
});
