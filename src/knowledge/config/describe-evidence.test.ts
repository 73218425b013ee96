import { describe, expect, it } from 'vitest';
import { describeEvidence, describeRequests } from './describe-evidence.ts';
import { inventoryOf, seenService, seenTracker } from './testing/inventory.ts';

const evidence = (url: string, line?: number) => ({
  page: 'https://example.org/shop',
  scenario: 'none' as const,
  time: '2026-11-23T10:00:00.000Z',
  initiators: [{ url, ...(line !== undefined && { line }) }],
});

describe('describeEvidence', () => {
  it('says where a tracker was seen, in which scenarios, and who wrote it', () => {
    const seen = { none: true, reject: false, accept: true };
    expect(
      describeEvidence(seenTracker({ name: 'a', seen, evidence: [evidence('https://x.test/a.js', 3)] })),
    ).toBe(
      'Seen on https://example.org/shop in the scenarios none, accept. Written by https://x.test/a.js, line 3.',
    );
  });

  it('says less where less is known', () => {
    expect(describeEvidence(seenTracker({ name: 'a', seen: { accept: true } }))).toBe(
      'Seen in the scenarios accept.',
    );
    expect(describeEvidence(seenTracker({ name: 'a', seen: {} }))).toBe('');
  });

  it('cuts an address of 1 MB', () => {
    const text = describeEvidence(
      seenTracker({ name: 'a', evidence: [evidence(`https://x.test/${'a'.repeat(1e6)}`)] }),
    );
    expect(text.length).toBeLessThan(400);
  });
});

describe('describeRequests', () => {
  it('names what is loaded and what caused it', () => {
    const request = {
      host: 'x.test',
      party: 'third',
      types: ['image', 'script'],
      count: 2,
      example: 'https://x.test/p.gif',
      service: null,
      seen: {},
      initiators: [{ url: 'https://example.org/app.js' }],
    } as const;
    const service = seenService('host:x.test', ['x.test']);
    expect(describeRequests(inventoryOf([], [service], { requests: [request] }), service)).toBe(
      'The site loads image, script from it, such as https://x.test/p.gif. First caused by https://example.org/app.js.',
    );
    expect(describeRequests(inventoryOf([], [service]), service)).toBe('');
  });
});
