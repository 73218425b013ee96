import { expect, it } from 'vitest';
import { spansDomains } from './spans-domains.ts';

it.each([
  [['shop.example'], false],
  [['a.shop.example', 'b.shop.example'], false],
  [['shop.co.uk', 'www.shop.co.uk'], false],
  [['shop.co.uk', 'brand.co.uk'], true],
  [['shop.example', 'shop.test'], true],
  [['one.github.io', 'two.github.io'], true],
  [['localhost'], false],
])('of %j is %s', (domains, spans) => expect(spansDomains(domains)).toBe(spans));
