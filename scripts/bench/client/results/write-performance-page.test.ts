import { describe, expect, it } from 'vitest';
import { sampleResults } from './testing/sample-results.ts';
import { performancePage } from './write-performance-page.ts';

describe('The page of figures', () => {
  it('says when, on what and how it was measured', () => {
    const page = performancePage(sampleResults(), 'As follows.');
    expect(page).toContain('Measured on 2026-11-24 with Chromium 156 on 2 × A processor.');
    expect(page).toContain('## Method\n\nAs follows.');
    expect(page).toContain('- **Tool other**: Set up as other.');
  });

  it('warns of figures from a busy machine, and of no others', () => {
    expect(performancePage({ ...sampleResults(), noisy: true }, '')).toContain('preliminary');
    expect(performancePage(sampleResults(), '')).not.toContain('preliminary');
  });
});
