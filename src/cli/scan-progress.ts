import { stderr } from 'node:process';
import type { ScanEvent } from '../scan/scan-options.ts';
import { plainText } from './plain-text.ts';

/** One line on standard error that keeps itself up to date. */
export interface ScanProgress {
  show(event: ScanEvent): void;
  /** Clears the line and says something above it. */
  say(text: string): void;
  stop(): void;
}

const ERASE_LINE = '\r\u001b[2K';
const SECOND_MS = 1000;

const elapsed = (since: number) => {
  const seconds = Math.floor((Date.now() - since) / SECOND_MS);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** Shows scenario, page x of y, trackers so far and elapsed time; with `isShown` false only {@link ScanProgress.say} speaks. */
export function showScanProgress(isShown: boolean): ScanProgress {
  const since = Date.now();
  let state = 'starting a browser';
  const erase = () => {
    if (isShown) stderr.write(ERASE_LINE);
  };
  const draw = () => {
    if (!isShown) return;
    const line = `${elapsed(since)}  ${state}`;
    stderr.write(ERASE_LINE + [...line].slice(0, (stderr.columns || 80) - 1).join(''));
  };
  const timer = setInterval(draw, SECOND_MS).unref();
  draw();
  return {
    show: (event) => {
      if (event.type === 'page')
        state = `${event.scenario} · page ${event.number} of ${event.of} · ${event.trackers} ${event.trackers === 1 ? 'tracker' : 'trackers'} · ${plainText(event.url)}`;
      if (event.type === 'scenario') state = `${event.scenario} · first page`;
      if (event.type === 'browser') state = event.name;
      draw();
    },
    say: (text) => {
      erase();
      stderr.write(`${text}\n`);
      draw();
    },
    stop: () => {
      clearInterval(timer);
      erase();
    },
  };
}
