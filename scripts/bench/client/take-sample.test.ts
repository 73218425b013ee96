import { describe, expect, it, vi } from 'vitest';
import { takeSample } from './take-sample.ts';

describe('A sample', () => {
  it('is taken again where a visit failed, and the failure is counted', async () => {
    const run = vi.fn(async () => 'found');
    run.mockRejectedValueOnce(new Error('There is no notice'));
    expect(await takeSample(run, true)).toEqual({ result: 'found', discarded: 1 });
  });

  it('that fails every time ends the run with what went wrong', async () => {
    const run = vi.fn(async () => Promise.reject(new Error('There is no notice')));
    await expect(takeSample(run, true)).rejects.toThrow('There is no notice');
    expect(run.mock.calls.length).toBeGreaterThan(3);
  });
});
