import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastRatio } from '../contrast.ts';
import { themePalettes } from './theme-palette.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

describe('themePalettes', () => {
  it('A11Y-003 the standard theme has 4.5:1 for every text and 3:1 for every control, in both schemes', () => {
    for (const { accent, onAccent, paper, ink, muted, wash } of Object.values(themePalettes({}))) {
      const texts = [
        [ink, paper],
        [ink, wash],
        [muted, paper],
        [muted, wash],
        [onAccent, accent],
      ] as const;
      for (const [text, ground] of texts) expect(contrastRatio(text, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(accent, paper)).toBeGreaterThanOrEqual(3);
      expect(contrastRatio(muted, paper)).toBeGreaterThanOrEqual(3);
    }
  });

  it('A11Y-003 makes of any one brand colour buttons that can be read, and a dark scheme that can be read', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const { light, dark } = themePalettes({ accent });
        expect(light.accent).toBe(accent);
        for (const palette of [light, dark])
          expect(contrastRatio(palette.onAccent, palette.accent)).toBeGreaterThanOrEqual(4.5);
        expect(contrastRatio(dark.accent, dark.paper)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('makes the text fit a ground that stands alone', () => {
    const { light } = themePalettes({ paper: '#202020' });
    expect(contrastRatio(light.ink, light.paper)).toBeGreaterThanOrEqual(10);
  });
});
