import { describe, expect, it } from 'vitest';
import { isOriginAllowed } from './require-origin.ts';

const own = new Set(['https://consent.example']);
const allowed = (origin: string | null) => isOriginAllowed(origin, ['shop.example'], own);

describe('An origin', () => {
  it.each([
    'https://shop.example',
    'http://shop.example:8080',
    'https://www.shop.example',
    'https://consent.example',
  ])('%s may send', (origin) => {
    expect(allowed(origin)).toBe(true);
  });

  it.each([
    null,
    '',
    'null',
    'https://evil.example',
    'https://shop.example.evil.example',
    'https://notshop.example',
    'https://evil.example/shop.example',
    'https://shop.example@evil.example',
    'https://evil.example#.shop.example',
    'file://shop.example',
    'chrome-extension://shop.example',
    'https://',
    'http://consent.example',
  ])('%s may not', (origin) => {
    expect(allowed(origin)).toBe(false);
  });
});
