import { describe, expect, it } from 'vitest';
import { compileLayout } from './compile-layout.ts';

const ALL = (['box', 'banner', 'bar', 'centre'] as const).map((layout) => ({
  layout,
  position: 'start' as const,
}));

describe('compileLayout', () => {
  it('stands a box in the corner where lines start or end, whichever way they run', () => {
    expect(compileLayout({ layout: 'box', position: 'start' })).toContain('inset-inline-start:16px');
    expect(compileLayout({ layout: 'box', position: 'end' })).toContain('inset-inline-end:16px');
  });

  it.each(ALL)(
    'A11Y-001 leaves the top of the page free, where what has the focus could not be scrolled clear of it: $layout',
    (notice) => {
      expect(compileLayout(notice)).not.toMatch(/inset-block-start|[{;]top:/);
    },
  );

  it.each(ALL)('LAW-L1-003 says nothing about one button alone: $layout', (notice) => {
    expect(compileLayout(notice)).not.toMatch(/data-|nth|first|last|\.q/);
  });
});
