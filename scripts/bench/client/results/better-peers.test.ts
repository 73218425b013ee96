import { describe, expect, it } from 'vitest';
import { betterPeers } from './better-peers.ts';
import { exactly, sampleResults, sampleTool } from './testing/sample-results.ts';

describe('Where another tool is better', () => {
  it('names the figure and everybody who is, the best first', () => {
    const text = betterPeers({
      tools: [
        sampleTool('avowal', 4, { bytes: exactly(9_000) }),
        sampleTool('small', 10, { bytes: exactly(7_305) }),
        sampleTool('smaller', 10, { bytes: exactly(6_000) }),
        sampleTool('large', 10, { bytes: exactly(60_000) }),
      ],
    });
    expect(text).toBe('- Transferred, B: Tool avowal 9,000; Tool smaller 6,000, Tool small 7,305');
  });

  it('says so where nobody is, and takes the same for no better', () => {
    expect(betterPeers(sampleResults())).toBe('Nowhere.');
    expect(betterPeers({ tools: [sampleTool('avowal', 4), sampleTool('other', 4)] })).toBe('Nowhere.');
  });
});
