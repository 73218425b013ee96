import { describe, expect, it } from 'vitest';
import { checkLimits } from './check-limits.ts';
import { exactly, sampleResults, sampleTool } from './testing/sample-results.ts';

const missed = (...tools: Parameters<typeof sampleTool>[]) =>
  checkLimits(sampleResults(tools.map((tool) => sampleTool(...tool))))
    .filter(({ isMet }) => !isMet)
    .map(({ what }) => what);
const good = { cls: exactly(0) };

describe('The limits of the client benchmark', () => {
  it('are met where every figure is better than all others', () => {
    expect(missed(['avowal', 4, good], ['other', 10])).toEqual([]);
  });

  it('are not met by a figure that is only as good as another tool', () => {
    expect(missed(['avowal', 4, good], ['other', 10], ['third', 10, { bytes: exactly(4) }])).toEqual([
      'Transferred: better than every other tool',
    ]);
  });

  it('are met by an equal INP: the browser tells it in steps', () => {
    const same = { acceptInteraction: exactly(24) };
    expect(missed(['avowal', 4, { ...good, ...same }], ['other', 40, same])).toEqual([]);
    expect(missed(['avowal', 4, { ...good, acceptInteraction: exactly(32) }], ['other', 40, same])).toEqual([
      'INP of Accept: no other tool is better',
    ]);
  });

  it('compare with those tools that have the button at all', () => {
    const other = sampleTool('other', 10);
    const { settingsInteraction: _, ...figures } = other.figures;
    const results = sampleResults([sampleTool('avowal', 4, good), { ...other, figures }]);
    expect(checkLimits(results).every(({ isMet }) => isMet)).toBe(true);
  });

  it.each([
    ['noticeAfterFcp', 60.1, 'Notice painted at most 60 ms after the first contentful paint'],
    ['cls', 0.001, 'No layout shift'],
    ['nextScript', 5.1, 'Returning visitor: at most 5 ms of script over the bare page'],
  ])('say that %s may not be %d', (id, value, what) => {
    expect(missed(['avowal', 4, { ...good, [id]: exactly(value) }], ['other', 100])).toEqual([what]);
  });

  it('are not met where a figure was not measured', () => {
    const { noticeAfterFcp: _, ...figures } = sampleTool('avowal', 4, good).figures;
    const results = sampleResults([{ ...sampleTool('avowal', 4), figures }]);
    expect(checkLimits(results).find(({ what }) => what.startsWith('Notice painted at most'))).toMatchObject({
      found: 'not measured',
      isMet: false,
    });
  });

  it('are not met where the notice was the largest paint once', () => {
    const results = sampleResults([{ ...sampleTool('avowal', 4, good), noticeWasLargest: 1 }]);
    expect(checkLimits(results).filter(({ isMet }) => !isMet)).toHaveLength(1);
  });

  it('hold for each install of Avowal on its own', () => {
    const results = sampleResults([
      sampleTool('avowal', 4, good),
      sampleTool('avowal-external', 4, { ...good, nextScript: exactly(9) }),
    ]);
    expect(checkLimits(results).filter(({ isMet }) => !isMet)).toMatchObject([
      { tool: 'Tool avowal-external', found: '9 ms' },
    ]);
  });
});
