import { expect, it } from 'vitest';
import { auditInput } from '../testing/audited-site.ts';
import audit from './gpc-declared.ts';

const verdicts = (regime: string, declared?: { declaresGpc: boolean }) =>
  audit
    .judge(auditInput({ scenarios: [{ scenario: 'gpc', outcome: 'done', ...declared }] }, { regime }))
    .map(({ verdict, subject }) => `${verdict} ${subject}`);

it('US-GPC-005 passes a site that says so at the well-known address, and fails one that does not', () => {
  expect(verdicts('us-ca', { declaresGpc: true })).toEqual(['pass /.well-known/gpc.json']);
  expect(verdicts('us-ca', { declaresGpc: false })).toEqual(['fail /.well-known/gpc.json']);
});

it('asks nothing where the signal changes nothing, or where the scan did not look', () => {
  expect(verdicts('za', { declaresGpc: false })).toEqual(['inapplicable /.well-known/gpc.json']);
  expect(verdicts('us-ca')).toEqual(['inapplicable scenario gpc']);
});
