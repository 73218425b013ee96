import { expect, it } from 'vitest';
import type { Inventory } from '../../model/inventory.ts';
import { auditInput, request, siteConfig, tracker } from '../testing/audited-site.ts';
import audit from './opt-out-control.ts';

const advertising = { requests: [request()] };
const verdicts = (
  optOutControls: readonly string[] | undefined,
  change: Partial<Inventory> = advertising,
  regime = 'us-ca',
  config = undefined as Parameters<typeof siteConfig>[0],
) =>
  audit
    .judge(
      auditInput(
        {
          scenarios: [{ scenario: 'none', outcome: 'done', ...(optOutControls && { optOutControls }) }],
          ...change,
        },
        { regime, ...(config && { config: siteConfig(config) }) },
      ),
    )
    .map(({ verdict }) => verdict);

it('US-OPT-001 US-OPT-002 passes a page with a control that is named as one to opt out', () => {
  expect(verdicts(['Your Privacy Choices'])).toEqual(['pass']);
});

it('US-OPT-001 has a person look where advertising runs and there is none', () => {
  expect(verdicts([])).toEqual(['review']);
});

it('US-OPT-001 knows advertising by the purpose that the configuration gives it', () => {
  const commercial = {
    id: 'commercial',
    name: 'Commercial',
    description: 'Ads.',
    covers: ['marketing' as const],
  };
  const config = {
    purposes: [...siteConfig().purposes, commercial],
    services: [
      {
        id: 'matomo',
        name: 'Matomo',
        provider: { name: 'M' },
        purpose: 'commercial',
        description: 'Counts.',
      },
    ],
  };
  const matomo = {
    id: 'matomo',
    name: 'Matomo',
    provider: null,
    purpose: 'analytics' as const,
    hosts: [],
    known: true,
  };
  const change = { trackers: [tracker()], services: [matomo] };
  expect(verdicts([], change)).toEqual(['inapplicable']);
  expect(verdicts([], change, 'us-ca', config)).toEqual(['review']);
});

it('asks nothing of other places, of a site without advertising, and of a scan that did not look', () => {
  expect(verdicts([], advertising, 'us')).toEqual(['inapplicable']);
  expect(verdicts([], {})).toEqual(['inapplicable']);
  expect(verdicts(undefined)).toEqual(['inapplicable']);
});
