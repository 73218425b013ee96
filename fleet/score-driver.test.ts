import { describe, expect, it } from 'vitest';
import type { Scenario } from '../src/model/inventory.ts';
import type { FleetButtons } from './fleet-site.ts';
import { scoreDriver, sumUpDriver, troublesOf } from './score-driver.ts';

const buttons: FleetButtons = {
  language: 'en',
  right: {
    accept: ['Accept'],
    reject: ['Reject'],
    save: ['Settings', 'Save'],
    withdraw: ['Accept', 'Cookies', 'Reject'],
  },
};

const score = (scenario: Scenario, clicked: readonly string[], truth: FleetButtons | null = buttons) =>
  scoreDriver(truth, () => clicked, [scenario]);
const outcomes = (...args: Parameters<typeof score>) =>
  score(...args).pairs.map(({ action, outcome }) => `${action} ${outcome}`);

describe('a pair', () => {
  it('is right where just the right buttons were clicked, in their order', () => {
    expect(outcomes('reject', ['Reject'])).toEqual(['reject right']);
    expect(outcomes('withdraw', ['Accept', 'Cookies', 'Reject'])).toEqual(['withdraw right']);
    expect(outcomes('save', ['Settings', 'Save'])).toEqual(['settings right', 'save right']);
  });

  it('is abstained from where the clicks stop on the way', () => {
    expect(outcomes('reject', [])).toEqual(['reject abstained']);
    expect(outcomes('save', ['Settings'])).toEqual(['settings right', 'save abstained']);
  });

  it('is wrong where anything else was clicked, before, instead or after', () => {
    expect(outcomes('reject', ['Accept'])).toEqual(['reject wrong']);
    expect(outcomes('reject', ['Reject', 'Accept'])).toEqual(['reject wrong']);
    expect(outcomes('withdraw', ['Accept', 'Reject', 'Cookies'])).toEqual(['withdraw wrong']);
    expect(outcomes('save', ['Accept', 'Save'])).toEqual(['settings wrong', 'save wrong']);
  });
});

describe('where there is no button for it', () => {
  const noRefusal: FleetButtons = { language: 'en', right: { accept: ['Accept'] }, mayOpen: ['Settings'] };

  it('opening the settings to look for one is no answer', () => {
    expect(score('reject', ['Settings'], noRefusal)).toMatchObject({ pairs: [], strayed: [] });
  });

  it('any other click is wrong, on a site that asks nothing too', () => {
    expect(score('reject', ['Settings', 'Accept'], noRefusal).strayed).toEqual(['reject: Accept']);
    expect(score('none', ['Buy'], null).strayed).toEqual(['none: Buy']);
  });

  it('who is to withdraw may accept first, and no more', () => {
    expect(score('withdraw', ['Accept'], noRefusal).strayed).toEqual([]);
    expect(score('withdraw', ['Accept', 'Reject'], noRefusal).strayed).toEqual(['withdraw: Reject']);
  });
});

describe('the sum', () => {
  const right = Array.from({ length: 97 }, () => score('reject', ['Reject']));
  const abstained = score('reject', []);

  it('is content with 97 right in 100, and says how many languages there were', () => {
    expect(sumUpDriver([...right, abstained, abstained, abstained], 1)).toEqual({
      line: 'driver: 97 of 100 pairs right, 3 abstained, 0 wrong, 1 languages',
      isGood: true,
    });
  });

  it('is not content with fewer, with a single wrong click, or with too few languages', () => {
    expect(sumUpDriver([...right, abstained, abstained, abstained, abstained], 1).isGood).toBe(false);
    expect(sumUpDriver([...right, score('reject', ['Accept'])], 1).isGood).toBe(false);
    expect(sumUpDriver([...right, score('none', ['Buy'], null)], 1).isGood).toBe(false);
    expect(sumUpDriver(right, 2).isGood).toBe(false);
  });

  it('tells of each trouble what was clicked and what would have been right', () => {
    expect(
      [score('reject', ['Accept']), abstained, score('none', ['Buy'], null)].flatMap(troublesOf),
    ).toEqual([
      'wrong reject: clicked "Accept", right is "Reject"',
      'abstained reject: clicked nothing, right is "Reject"',
      'wrong none: Buy: nothing was to be clicked',
    ]);
  });
});
