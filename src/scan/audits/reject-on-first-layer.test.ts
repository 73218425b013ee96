import { expect, it } from 'vitest';
import type { ScenarioResult } from '../../model/inventory.ts';
import { auditInput, sessionCookie, tracker } from '../testing/audited-site.ts';
import { button } from '../testing/notice-button.ts';
import audit from './reject-on-first-layer.ts';

const withButtons = (...texts: string[]): readonly ScenarioResult[] => [
  { scenario: 'reject', outcome: 'no-notice' },
  {
    scenario: 'accept',
    outcome: 'done',
    clicked: 'text: accept all',
    buttons: [button({ role: 'accept' }), ...texts.map((text) => button({ text }))],
  },
];
const judge = (...input: Parameters<typeof auditInput>) => audit.judge(auditInput(...input));

it('LAW-L1-001 passes a first layer on which one click refuses', () => {
  expect(judge({ trackers: [tracker()] })).toMatchObject([{ verdict: 'pass' }]);
});

it('LAW-L1-001 fails a first layer that only accepts, whatever else it offers', () => {
  const scenarios = withButtons('Settings', 'Datenschutzerklärung');
  const [finding] = judge({ trackers: [tracker()], scenarios });
  expect(finding?.verdict).toBe('fail');
  expect(JSON.stringify(finding?.evidence)).toContain('Datenschutzerklärung');
});

it('wants a person to look at a button whose words are not known', () => {
  expect(judge({ trackers: [tracker()], scenarios: withButtons('Non, merci') })).toMatchObject([
    { verdict: 'review', message: expect.stringContaining('Non, merci') },
  ]);
});

it('wants a person to look where something optional is there and no notice was found', () => {
  const scenarios = [
    { scenario: 'reject', outcome: 'no-notice' },
    { scenario: 'accept', outcome: 'no-notice' },
  ] as const;
  expect(judge({ trackers: [tracker()], scenarios })).toMatchObject([{ verdict: 'review' }]);
  expect(judge({ trackers: [sessionCookie], scenarios })).toMatchObject([{ verdict: 'inapplicable' }]);
});

it('wants a person to look where the scan refused nothing because it was not asked to', () => {
  const scenarios = [{ scenario: 'none', outcome: 'done' }] as const;
  expect(judge({ trackers: [tracker()], scenarios })).toMatchObject([{ verdict: 'review' }]);
});

it('US-SYM-001 fails a notice that only accepts where nobody would have to ask, and asks nothing where none is shown', () => {
  const trackers = [tracker()];
  const regime = { regime: 'us-ca' };
  expect(judge({ trackers, scenarios: withButtons('Settings') }, regime)).toMatchObject([
    { verdict: 'fail' },
  ]);
  const scenarios = (['reject', 'accept'] as const).map((scenario) => ({
    scenario,
    outcome: 'no-notice' as const,
  }));
  expect(judge({ trackers, scenarios }, regime)).toMatchObject([{ verdict: 'inapplicable' }]);
});
