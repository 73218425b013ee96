import { beforeEach, describe, expect, it } from 'vitest';
import { createQuietDetector, type QuietDetector, waitForQuiet } from './quiet-detector.ts';

let time = 0;
let quiet: QuietDetector;
const stateAfter = (milliseconds: number) => {
  time += milliseconds;
  return quiet.state();
};

beforeEach(() => {
  time = 1000;
  quiet = createQuietDetector({ quiet: 400, cap: 10_000 }, () => time);
});

describe('a page', () => {
  it('is busy until it has loaded and nothing new came for the quiet time', () => {
    expect(stateAfter(5000)).toBe('busy');
    quiet.loaded();
    expect(stateAfter(399)).toBe('busy');
    expect(stateAfter(1)).toBe('quiet');
  });

  it('is busy again after each write', () => {
    quiet.loaded();
    stateAfter(300);
    quiet.stir();
    expect(stateAfter(300)).toBe('busy');
    expect(stateAfter(100)).toBe('quiet');
  });

  it('waits for a request under way, and 400 ms more', () => {
    quiet.loaded();
    quiet.requestStarted('1', 'Script');
    expect(stateAfter(1000)).toBe('busy');
    quiet.responseArrived('1');
    expect(stateAfter(1000)).toBe('busy');
    quiet.requestEnded('1');
    expect(stateAfter(400)).toBe('quiet');
  });

  it('takes the answer of a fetch for its end: nobody may ever read the body', () => {
    quiet.loaded();
    quiet.requestStarted('1', 'Fetch');
    quiet.responseArrived('1');
    expect(stateAfter(400)).toBe('quiet');
  });

  it('waits for long polling three seconds, not for ever', () => {
    quiet.loaded();
    quiet.requestStarted('1', 'XHR');
    expect(stateAfter(2999)).toBe('busy');
    expect(stateAfter(1)).toBe('quiet');
  });

  it('is given up at the cap, whatever it does', () => {
    quiet.loaded();
    expect(stateAfter(9999)).toBe('quiet');
    quiet.stir();
    expect(stateAfter(1)).toBe('capped');
    quiet.restart();
    expect(quiet.state()).toBe('busy');
  });
});

it('stops waiting when it is told to', async () => {
  const stop = new AbortController();
  const waiting = waitForQuiet(createQuietDetector({ quiet: 10, cap: 60_000 }), stop.signal);
  stop.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
});
