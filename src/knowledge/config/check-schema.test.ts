import { describe, expect, it } from 'vitest';
import { checkSchema } from './check-schema.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const problemsOf = (change: object) => checkSchema({ ...SMALL_CONFIG, ...change });
const service = (change: object) => problemsOf({ services: [{ id: 'a', purpose: 'necessary', ...change }] });

describe('checkSchema', () => {
  it('finds nothing in a configuration of the right shape', () => {
    expect(checkSchema(SMALL_CONFIG)).toEqual([]);
  });

  it.each([
    [
      'an unknown key, with the one that was meant',
      service({ purpse: 'x' }),
      'services[0].purpse',
      'is not a setting.',
      'Did you mean "purpose"?',
    ],
    [
      'an unknown key, with those there are',
      problemsOf({ records: { zzz: 1 } }),
      'records.zzz',
      'is not a setting.',
      'Settings here are "retentionMonths".',
    ],
    [
      'a wrong type',
      problemsOf({ records: { retentionMonths: 'x' } }),
      'records.retentionMonths',
      'is a string, not an integer.',
      'How long records are kept after they end. Default: 36.',
    ],
    [
      'a wrong word',
      problemsOf({ notice: { layout: 'popup' } }),
      'notice.layout',
      'is "popup".',
      'Write one of "box", "banner", "bar", "centre".',
    ],
    [
      'a wrong form',
      service({ id: 'A B' }),
      'services[0].id',
      '"A B" does not have the right form.',
      expect.anything(),
    ],
    [
      'a number out of range',
      problemsOf({ records: { retentionMonths: 500 } }),
      'records.retentionMonths',
      '500 must be <= 120.',
      expect.anything(),
    ],
    [
      'a text that is none, said once',
      service({ description: 5 }),
      'services[0].description',
      'is not a text.',
      expect.stringContaining('{"en"'),
    ],
    [
      'a Google consent type that does not exist',
      problemsOf({ signals: { google: { ads: [] } } }),
      'signals.google',
      'is neither false nor a table of purposes.',
      expect.anything(),
    ],
    [
      'a prototype key',
      service({ ['__proto__' as string]: 1, ...JSON.parse('{"__proto__": {"x": 1}}') }),
      'services[0].__proto__',
      'is not a setting.',
      expect.anything(),
    ],
  ])('reports %s', (_, problems, path, problem, fix) => {
    expect(problems).toEqual([{ path, problem, fix }]);
  });

  it('reports a missing key by its own path', () => {
    expect(checkSchema({ ...SMALL_CONFIG, site: undefined })).toContainEqual({
      path: 'site',
      problem: 'is missing.',
      fix: 'Add it.',
    });
  });

  it('collects every problem', () => {
    const problems = problemsOf({ services: [{ id: 'a' }, { purpose: 'b' }], trackers: [{}], x: 1 });
    expect(problems.map(({ path }) => path).sort()).toEqual([
      'services[0].purpose',
      'services[1].id',
      'trackers[0].kind',
      'trackers[0].name',
      'x',
    ]);
  });

  it.each([[null], [[]], ['text'], [5], [true]])('says of %j that it is no configuration', (value) => {
    expect(checkSchema(value)).toHaveLength(1);
  });

  it('takes 100,000 hostile entries without hanging', () => {
    const covers = Array.from({ length: 100_000 }, (_, n) => `x${n}`);
    const purposes = [{ id: 'a', name: 'A', description: 'A', covers }];
    expect(problemsOf({ purposes }).length).toBeGreaterThan(0);
  });
});
