import { describe, expect, it } from 'vitest';
import { inventoryOf, seenService, seenTracker } from '../knowledge/config/testing/inventory.ts';
import { scanSummary } from './scan-summary.ts';

const plain = (_: unknown, text: string) => text;
const marked = (format: unknown, text: string) => `<${format}>${text}</>`;
const sure = { source: 'tracker', confidence: 1, needsReview: false } as const;

describe('scanSummary', () => {
  it('says that nothing was found', () => {
    expect(scanSummary(inventoryOf([]), 'out', plain)).toContain('No trackers were found.');
  });

  it('groups trackers by purpose, and puts what needs review last', () => {
    const text = scanSummary(
      inventoryOf([
        seenTracker({ name: 'odd', purpose: 'analytics' }),
        seenTracker({ name: 'IDE', purpose: 'marketing', classification: sure }),
        seenTracker({ name: 'PHPSESSID', purpose: 'necessary', classification: sure }),
      ]),
      'out',
      plain,
    );
    expect(text).toMatch(
      /Necessary \(1\)\n.*PHPSESSID.*\n\nMarketing \(1\)\n.*IDE.*\n\nNeeds review.*\(1\)\n.*odd/,
    );
  });

  it('LAW-BLOCK-001: marks an optional tracker that was there without a choice', () => {
    const seen = { none: true, accept: true };
    const text = (purpose: 'necessary' | 'marketing') =>
      scanSummary(
        inventoryOf([seenTracker({ name: 'a', purpose, classification: sure, seen })]),
        'out',
        marked,
      );
    expect(text('marketing')).toContain('<yellow>none</> accept');
    expect(text('necessary')).not.toContain('<yellow>');
  });

  it('GCM-010 tells what vendors were told in which scenario, and nothing where nobody was', () => {
    const says = { ad_storage: 'granted', analytics_storage: 'denied' } as const;
    const sent = {
      system: 'google',
      from: ['gcs'],
      says,
      codes: { gcs: 'G110' },
      count: 1,
      initiators: [],
    } as const;
    const signals = [
      {
        page: 'https://www.example.org/',
        scenario: 'reject',
        moment: 'after',
        sent: [{ ...sent, host: 'ads.example', time: '2026-11-23T10:00:00.000Z' }],
        commands: [],
        answered: [],
      },
    ] as const;
    expect(scanSummary({ ...inventoryOf([]), signals }, 'out', plain)).toMatch(
      /Told to others about the answer \(1\)\n +reject +ads\.example +granted: ad_storage; denied: analytics_storage +gcs=G110/,
    );
    expect(scanSummary(inventoryOf([]), 'out', plain)).not.toContain('Told to others');
  });

  it('lists third parties with their requests, and problems', () => {
    const request = {
      host: 'cdn.test',
      party: 'third',
      types: ['script'],
      count: 2,
      example: 'https://cdn.test/a.js',
      service: null,
      seen: {},
      initiators: [],
    } as const;
    const problem = {
      code: 'x',
      page: 'https://example.org/a',
      scenario: 'none',
      message: 'no answer',
    } as const;
    const text = scanSummary(
      inventoryOf([], [seenService('host:cdn.test', ['cdn.test'])], {
        requests: [request, request],
        problems: [problem],
      }),
      'out',
      plain,
    );
    expect(text).toMatch(/Third parties \(1\)\n {2}cdn\.test {2}unknown {2}4 requests/);
    expect(text).toMatch(/Problems \(1\)\n {2}https:\/\/example\.org\/a: no answer/);
  });

  it('explains a scenario in which no notice was found', () => {
    const scenarios = [{ scenario: 'accept', outcome: 'no-notice' }] as const;
    expect(scanSummary(inventoryOf([], [], { scenarios }), 'out', plain)).toContain(
      'No notice was found to answer',
    );
  });

  it('stays readable and harmless with 5,000 hostile names', () => {
    const name = `\u001b]0;evil\u0007${'x'.repeat(4096)}`;
    const trackers = Array.from({ length: 5000 }, (_, n) => seenTracker({ name: `${n}${name}` }));
    const text = scanSummary(inventoryOf(trackers), 'out', plain);
    expect(text).toContain('… and 4960 more in the report');
    expect(text).not.toContain('\u001b');
    expect(text.length).toBeLessThan(20_000);
  });
});
