import { describe, expect, it } from 'vitest';
import { readOptions } from './read-options.ts';

const KNOWN = ['baseline', 'avowal', 'klaro'];

describe('The options of the client benchmark', () => {
  it('are all tools, 7 rounds, a quiet machine and nothing written, where none is given', () => {
    expect(readOptions([], KNOWN)).toEqual({ rounds: 7, tools: [], noisy: false, save: false });
  });

  it('name rounds and tools', () => {
    expect(readOptions(['--rounds', '5', '--tools', 'avowal,klaro'], KNOWN)).toMatchObject({
      rounds: 5,
      tools: ['avowal', 'klaro'],
    });
  });

  it.each(['0', '1.5', 'many', ''])('refuse --rounds %j', (rounds) => {
    expect(() => readOptions(['--rounds', rounds], KNOWN)).toThrow('give a whole number');
  });

  it('refuse an unknown tool, and name those there are', () => {
    expect(() => readOptions(['--tools', 'avowal,clara'], KNOWN)).toThrow(
      '--tools clara: the tools are baseline, avowal, klaro',
    );
  });

  it('save no results of some tools alone', () => {
    expect(() => readOptions(['--save', '--tools', 'avowal'], KNOWN)).toThrow('--save takes only');
  });
});
