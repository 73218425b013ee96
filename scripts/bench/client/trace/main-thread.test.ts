import { describe, expect, it } from 'vitest';
import { findNavigation, mainThreadTime, type TraceEvent } from './main-thread.ts';

const PAGE = 'https://www.magazine.test/first';
const ms = (value: number) => value * 1000;
const event = (name: string, from: number, to: number, data: Record<string, unknown> = {}): TraceEvent => ({
  name,
  ph: 'X',
  pid: 7,
  tid: 7,
  ts: ms(from),
  dur: ms(to - from),
  args: { data },
});
const task = (from: number, to: number) => event('ThreadControllerImpl::RunTask', from, to);
const start: TraceEvent = { ...event('navigationStart', 100, 100, { documentLoaderURL: PAGE }), ph: 'R' };

describe('The main thread of a page view', () => {
  it('is found by the last navigation to the page', () => {
    const earlier = { ...start, ts: ms(5), pid: 3 };
    expect(findNavigation([earlier, start], PAGE)).toBe(start);
    expect(() => findNavigation([start], 'https://www.magazine.test/next')).toThrow('no navigation to');
  });

  it('is busy while it runs tasks, from the navigation on and within the time looked at', () => {
    const events = [task(0, 50), task(110, 120), task(130, 150), task(900, 950)];
    expect(mainThreadTime(events, start, 0, 500).busy).toBe(30);
  });

  it('counts no task of another thread or process', () => {
    const events = [task(110, 120), { ...task(120, 200), tid: 8 }, { ...task(120, 200), pid: 8 }];
    expect(mainThreadTime(events, start, 0, 500).busy).toBe(10);
  });

  it('counts as script what script events spend themselves, not the layout that a script forces', () => {
    const events = [
      task(110, 180),
      event('EvaluateScript', 120, 160),
      event('v8.run', 121, 159),
      event('Layout', 130, 140),
      event('FunctionCall', 165, 170),
      event('ParseHTML', 170, 175),
    ];
    expect(mainThreadTime(events, start, 0, 500).script).toBe(35);
  });

  it('is busy for the time that it has a processor, and blocks for the time that passes', () => {
    const waiting = { ...task(200, 320), tdur: ms(80) };
    const script = { ...event('FunctionCall', 200, 300), tdur: ms(60) };
    const layout = { ...event('Layout', 210, 290), tdur: ms(50) };
    expect(mainThreadTime([waiting, script, layout], start, 0, 500)).toEqual({
      busy: 80,
      script: 10,
      blocking: 70,
    });
  });

  it('blocks for what a long task takes beyond 50 ms, as far as that is after the first contentful paint', () => {
    expect(mainThreadTime([task(200, 320)], start, 0, 500).blocking).toBe(70);
    expect(mainThreadTime([task(200, 320)], start, 200, 500).blocking).toBe(20);
    expect(mainThreadTime([task(200, 320)], start, 300, 500).blocking).toBe(0);
    expect(mainThreadTime([task(200, 250)], start, 0, 500).blocking).toBe(0);
  });

  it('is idle where the trace has nothing', () => {
    expect(mainThreadTime([], start, 0, 500)).toEqual({ busy: 0, script: 0, blocking: 0 });
  });
});
