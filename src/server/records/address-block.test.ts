import { describe, expect, it } from 'vitest';
import { addressBlock } from './address-block.ts';

describe('An address block', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['64:ff9b:1:2::192.0.2.1', '64:ff9b:1:2'],
    ['1::2:3:4:5:6:7', '1:0:2:3'],
  ])('of %s is %s', (address, block) => {
    expect(addressBlock(address)).toBe(block);
  });

  it.each([undefined, '', 'unknown', '1.2.3', '999.1.1.1', '<script>', '1.2.3.4, 5.6.7.8'])(
    'of %j is nothing',
    (address) => {
      expect(addressBlock(address)).toBeUndefined();
    },
  );
});
