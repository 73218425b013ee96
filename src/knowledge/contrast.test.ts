import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastRatio, mixColours, withContrast } from './contrast.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

describe('contrastRatio', () => {
  it('is 21 for black and white, 1 for a colour on itself, and the same in both directions', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    fc.assert(fc.property(colour, (a) => contrastRatio(a, a) === 1));
    fc.assert(fc.property(colour, colour, (a, b) => contrastRatio(a, b) === contrastRatio(b, a)));
  });
});

describe('mixColours', () => {
  it('goes from one colour to the other', () => {
    expect(mixColours('#ff0000', '#0000ff', 1)).toBe('#ff0000');
    expect(mixColours('#ff0000', '#0000ff', 0)).toBe('#0000ff');
    expect(mixColours('#ffffff', '#000000', 0.5)).toBe('#808080');
  });
});

describe('withContrast', () => {
  it('leaves a colour that does, and otherwise finds one that does, for any ground', () => {
    expect(withContrast('#0f5f50', '#ffffff', 4.5)).toBe('#0f5f50');
    fc.assert(
      fc.property(colour, colour, (a, ground) => contrastRatio(withContrast(a, ground, 4.5), ground) >= 4.5),
    );
  });
});
