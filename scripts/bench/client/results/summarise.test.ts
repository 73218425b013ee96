import { describe, expect, it } from 'vitest';
import type { Tool } from '../tool.ts';
import { figuresOf, summarise } from './summarise.ts';

const tool: Tool = { id: 'x', name: 'X 1', setup: 'As said.', files: {}, parts: () => ({}) };

describe('A summary of samples', () => {
  it('takes the bare page off what exceeds it, and off nothing else', () => {
    const bare = [{ bytes: 100, fcp: 500 }];
    expect(figuresOf([{ bytes: 150, fcp: 600 }], bare)).toMatchObject({
      bytes: { median: 50 },
      fcp: { median: 600 },
    });
  });

  it('leaves out a figure that no sample has', () => {
    expect(figuresOf([{ bytes: 1 }, { bytes: 3, fcp: 9 }])).toEqual({
      bytes: { n: 2, median: 2, lower: 1.5, upper: 2.5 },
      fcp: { n: 1, median: 9, lower: 9, upper: 9 },
    });
  });

  it('counts the rounds in which the notice was the largest paint', () => {
    const samples = [{ lcpIsNotice: 1 }, { lcpIsNotice: 0 }, { lcpIsNotice: 1 }];
    expect(summarise(tool, samples, [])).toMatchObject({ id: 'x', name: 'X 1', noticeWasLargest: 2 });
  });
});
