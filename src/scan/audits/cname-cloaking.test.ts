import { expect, it } from 'vitest';
import type { Scenario } from '../../model/inventory.ts';
import { auditInput, inventoryOf, request } from '../testing/audited-site.ts';
import audit from './cname-cloaking.ts';

const HOST = 'metrics.example.org';
const aliases = [{ host: HOST, targets: ['x.data.adobedc.net'], service: 'adobe-analytics' }];
const service = {
  id: 'adobe-analytics',
  name: 'Adobe Analytics',
  provider: 'Adobe',
  hosts: [HOST],
  known: true,
};

const judge = (scenario: Scenario, purpose: 'analytics' | 'necessary' = 'analytics') =>
  audit.judge(
    auditInput({
      aliases,
      services: [...inventoryOf().services, { ...service, purpose }],
      requests: [
        request({ host: HOST, party: 'first', service: 'adobe-analytics', seen: { [scenario]: true } }),
      ],
    }),
  );

it('LAW-BLOCK-001 LAW-BLOCK-004 fails a service under a name of the site that is asked without a consent', () => {
  for (const scenario of ['none', 'reject', 'close'] as const)
    expect(judge(scenario)).toMatchObject([
      {
        verdict: 'fail',
        subject: `host ${HOST}`,
        message: `${HOST} has the site's name and is Adobe Analytics (x.data.adobedc.net), asked without a consent.`,
      },
    ]);
});

it('wants a person to look where it is asked after a consent alone', () => {
  expect(judge('accept')).toMatchObject([{ verdict: 'review' }]);
});

it('lets be what needs no consent, and another name of nobody known', () => {
  expect(judge('none', 'necessary')).toMatchObject([{ verdict: 'pass' }]);
  const unknown = [{ host: HOST, targets: ['edge.host.example'], service: null }];
  expect(audit.judge(auditInput({ aliases: unknown }))).toMatchObject([{ verdict: 'pass' }]);
});

it('says nothing of a scan that did not ask', () => {
  expect(audit.judge(auditInput({}))).toMatchObject([{ verdict: 'inapplicable' }]);
});
