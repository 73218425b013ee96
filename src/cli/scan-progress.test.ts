import { stderr } from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { showScanProgress } from './scan-progress.ts';

const written = () => {
  const write = vi.spyOn(stderr, 'write').mockReturnValue(true);
  return () => write.mock.calls.map(([text]) => String(text));
};
const PAGE = {
  type: 'page',
  scenario: 'accept',
  url: 'https://example.org/\u001b[2J',
  number: 3,
  of: 12,
  trackers: 14,
  milliseconds: 5,
} as const;

afterEach(() => {
  vi.restoreAllMocks();
});

describe('showScanProgress', () => {
  it('keeps one line up to date with scenario, page, trackers and elapsed time, and clears it', () => {
    const texts = written();
    const progress = showScanProgress(true);
    progress.show(PAGE);
    expect(stripVTControlCharacters(texts().at(-1) ?? '')).toContain(
      '0:00  accept · page 3 of 12 · 14 trackers · https',
    );
    progress.stop();
    expect(texts().at(-1)).toBe('\r\u001b[2K');
    expect(texts().join('')).not.toContain('\n');
  });

  it('does not obey an address that steers the terminal', () => {
    const texts = written();
    const progress = showScanProgress(true);
    progress.show(PAGE);
    progress.stop();
    expect(texts().join('')).not.toContain('\u001b[2J');
  });

  it('says only what must be said where nobody watches', () => {
    const texts = written();
    const progress = showScanProgress(false);
    progress.show(PAGE);
    progress.say('Stopping.');
    progress.stop();
    expect(texts()).toEqual(['Stopping.\n']);
  });
});
