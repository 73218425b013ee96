import { describe, expect, it } from 'vitest';
import { AvowalError } from '../../model/errors.ts';
import { pathText, refuseProblems } from './config-problem.ts';

const caught = (work: () => void): AvowalError => {
  try {
    work();
  } catch (error) {
    return error as AvowalError;
  }
  throw new Error('nothing was thrown');
};
const problem = (n: number) => ({ path: `trackers[${n}].kind`, problem: 'is missing.', fix: 'Add it.' });

describe('pathText', () => {
  it.each([
    [['services', 2, 'purpose'], 'services[2].purpose'],
    [['signals', 'google', 'ad_storage'], 'signals.google.ad_storage'],
    [['site', 'a b'], 'site["a b"]'],
    [[], 'the file'],
  ])('%j reads %s', (path, expected) => {
    expect(pathText(path)).toBe(expected);
  });
});

describe('refuseProblems', () => {
  it('lets a configuration without problems pass', () => {
    expect(() => refuseProblems([], 'a.json')).not.toThrow();
  });

  it('names the place and the fix of one problem', () => {
    const error = caught(() => refuseProblems([problem(1)], 'a.json'));
    expect(error).toBeInstanceOf(AvowalError);
    expect(`${error.code} ${error.message} ${error.todo}`).toBe(
      'CONFIG_INVALID a.json: trackers[1].kind is missing. Add it.',
    );
  });

  it('lists every problem with its own fix, and counts what is too much to list', () => {
    const error = caught(() =>
      refuseProblems(
        Array.from({ length: 25 }, (_, n) => problem(n)),
        'a.json',
      ),
    );
    expect(error.message).toContain('25 things are wrong.');
    expect(error.message).toContain('\n  trackers[19].kind is missing. Add it.');
    expect(error.message).toContain('and 5 more.');
  });
});
