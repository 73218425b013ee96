import { expect, it } from 'vitest';
import { isOnDomains } from './is-on-domains.ts';

it.each([
  ['example.org', ['example.org'], true],
  ['www.example.org', ['other.test', 'example.org'], true],
  ['notexample.org', ['example.org'], false],
  ['example.org.evil.test', ['example.org'], false],
  ['example.org', ['www.example.org'], false],
  ['', ['example.org'], false],
  ['example.org', [], false],
])('%s on %j: %s', (host, domains, expected) => {
  expect(isOnDomains(host, domains)).toBe(expected);
});
