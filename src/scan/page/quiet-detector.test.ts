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

  it('is kept busy by what it does for the first time, not by a heartbeat', () => {
    quiet.loaded();
    quiet.stir('cookie a');
    stateAfter(300);
    quiet.stir('cookie a');
    expect(stateAfter(100)).toBe('quiet');
    quiet.stir('cookie b');
    expect(stateAfter(100)).toBe('busy');
    quiet.restart();
    quiet.loaded();
    stateAfter(300);
    quiet.stir('cookie a');
    expect(stateAfter(100)).toBe('busy');
  });

  it('waits for what is announced, and 400 ms more, but for nothing that comes near the cap', () => {
    quiet.loaded();
    quiet.awaitUntil(time + 6999);
    expect(stateAfter(7398)).toBe('busy');
    expect(stateAfter(1)).toBe('quiet');
    quiet.restart();
    quiet.loaded();
    quiet.awaitUntil(time + 7000);
    expect(stateAfter(400)).toBe('quiet');
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
