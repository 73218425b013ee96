import { expect, it } from 'vitest';
import type { AuditFinding } from '../model/audit-report.ts';
import { groupFindings } from './group-findings.ts';

const finding = (audit: string, subject: string, todo: string): AuditFinding => ({
  audit,
  verdict: 'fail',
  severity: 'error',
  rules: ['LAW-BLOCK-004'],
  regimes: [],
  subject,
  message: '',
  evidence: [],
  todo,
});

it('puts what one audit found together, where its gravest finding stands, and says once what is to do', () => {
  const [a, b, c] = [
    finding('reject-honoured', 'one', 'Stop it.'),
    finding('policy-page', 'two', 'Name it.'),
    finding('reject-honoured', 'three', 'Stop it.'),
  ];
  expect(groupFindings([a, b, c])).toMatchObject([
    {
      title: 'A refusal holds, on this page and on all later ones',
      rules: ['LAW-BLOCK-004'],
      findings: [a, c],
      todo: 'Stop it.',
    },
    { audit: 'policy-page', findings: [b], todo: 'Name it.' },
  ]);
});

it('says of most what is to do, and how many there are of each kind', () => {
  const findings = [
    finding('x', 'one', 'Stop it.'),
    finding('x', 'two', 'Name it.'),
    { ...finding('x', 'three', 'Name it.'), severity: 'warning' as const },
    { ...finding('x', 'four', 'Look.'), verdict: 'review' as const },
  ];
  expect(groupFindings(findings)).toMatchObject([
    { title: 'x', todo: 'Name it.', found: '2 errors, 1 warning, 1 to look at' },
  ]);
});

it('makes no group of nothing', () => {
  expect(groupFindings([])).toEqual([]);
});
