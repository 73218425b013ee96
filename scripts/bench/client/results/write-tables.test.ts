import { describe, expect, it } from 'vitest';
import { leakTable } from '../leaks/write-leak-table.ts';
import { NEXT_VISIT } from './metrics.ts';
import { exactly, sampleResults, sampleTool } from './testing/sample-results.ts';
import { limitTable, medianTable, ratioTable, table } from './write-tables.ts';

describe('The tables of the client benchmark', () => {
  it('keep a bar in a name from ending a cell', () => {
    expect(table(['Tool', 'n'], [['a|b', '1']])).toBe('| Tool | n |\n| --- | ---: |\n| a\\|b | 1 |');
  });

  it('show medians, with quartiles where they differ, and the bare page last', () => {
    const tool = sampleTool('avowal', 4, { nextBytes: { n: 3, median: 1234.5, lower: 1200, upper: 1300 } });
    const lines = medianTable(sampleResults([tool]), NEXT_VISIT).split('\n');
    expect(lines[2]).toBe('| Tool avowal | 1,234.5 (1,200–1,300) | 4 | 4 | 4 | 4 |');
    expect(lines.at(-1)).toBe('| the page without any tool, in full | – | – | – | – | – |');
  });

  it('show how many times as much others need; nothing is no multiple', () => {
    const results = sampleResults([
      sampleTool('avowal', 4, { busy: exactly(0) }),
      sampleTool('other', 10, { bytes: exactly(100) }),
    ]);
    expect(ratioTable(results).split('\n')[2]).toBe(
      '| Tool other | 25.0 × | 2.50 × | – | 2.50 × | 2.50 × | 2.50 × | 2.50 × |',
    );
  });

  it('say of each limit whether it is met', () => {
    const results = sampleResults([sampleTool('avowal', 70, { cls: exactly(0) })]);
    expect(limitTable(results)).toContain(
      '| Notice painted at most 60 ms after the first contentful paint | Tool avowal | 70 ms | **no** |',
    );
    expect(limitTable(results)).toContain('| No layout shift | Tool avowal | 0 | yes |');
  });

  it('count leaks, and name those that markup does not stop', () => {
    expect(leakTable(sampleResults().leaks).split('\n').slice(2)).toEqual([
      '| Tool avowal | 0 of 18 | 0 of 13 | 0 of 18 | none |',
      '| Tool other | 2 of 18 | 1 of 13 | 1 of 18 | fetch |',
    ]);
  });
});
