import { beforeEach, expect, it } from 'vitest';
import type { ActiveGatherer, GatherRun } from '../gatherer.ts';
import { lateWork } from './late-work.ts';

let awaited: number[];
let active: ActiveGatherer;

beforeEach(() => {
  awaited = [];
  // Nothing else of the run is touched: it gathers no evidence.
  active = lateWork.start({ awaitUntil: (time: number) => void awaited.push(time) } as unknown as GatherRun);
});

const sets = (milliseconds: number, line = 1) =>
  active.reported?.({
    origin: 'https://site.example',
    stack: `Error\n    at https://site.example/a.js:${line}:5`,
    data: { milliseconds },
  });

it('waits for a long timer once in a scenario, since the same place does the same on every page', () => {
  sets(3000);
  sets(3000);
  active.pageEnd?.();
  sets(3000);
  expect(awaited).toHaveLength(1);
  sets(3000, 2);
  expect(awaited).toHaveLength(2);
});

it('waits for a short timer on every page, and not each time that a page sets it', () => {
  sets(300);
  sets(300);
  active.pageEnd?.();
  sets(300);
  expect(awaited).toHaveLength(2);
});

it('waits again where what was seen so far does not count', () => {
  sets(3000);
  active.pageEnd?.();
  active.discarded?.();
  sets(3000);
  expect(awaited).toHaveLength(2);
});
