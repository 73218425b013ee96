import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

describe('The log', () => {
  it('is one line of JSON for each event, whatever a fact holds', () => {
    const lines: string[] = [];
    const log = createLog((line) => lines.push(line));
    log('warn', 'refused', { message: 'a\n{"level":"error","event":"forged"}\r\u2028' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/[\n\r]/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'warn', event: 'refused' });
  });
});
