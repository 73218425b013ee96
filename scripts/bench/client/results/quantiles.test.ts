import { describe, expect, it } from 'vitest';
import { spreadOf } from './quantiles.ts';

describe('The spread of values', () => {
  it('is their median and quartiles, whatever their order', () => {
    expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ n: 5, median: 3, lower: 2, upper: 4 });
  });

  it('lies between two values where the count is even', () => {
    expect(spreadOf([1, 2, 3, 10])).toEqual({ n: 4, median: 2.5, lower: 1.8, upper: 4.8 });
  });

  it('is one value where there is one', () => {
    expect(spreadOf([7])).toEqual({ n: 1, median: 7, lower: 7, upper: 7 });
  });

  it('leaves out what was not seen, and is nothing where nothing was', () => {
    expect(spreadOf([Number.NaN, 3])?.median).toBe(3);
    expect(spreadOf([Number.NaN])).toBeUndefined();
    expect(spreadOf([])).toBeUndefined();
  });
});
