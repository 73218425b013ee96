import { expect, it } from 'vitest';
import { act, auditInput } from '../testing/audited-site.ts';
import audit from './link-decoration.ts';

const services = [
  {
    id: 'host:ads.example',
    name: 'ads.example',
    provider: null,
    purpose: null,
    hosts: ['ads.example'],
    known: false,
  },
] as const;
const judge = (...acts: Parameters<typeof act>[0][]) =>
  audit.judge(auditInput({ services, acts: acts.map(act) }));
const verdicts = (...args: Parameters<typeof judge>) =>
  judge(...args).map(({ verdict, subject }) => `${verdict} ${subject}`);

const SUBJECT = 'decorates-link gclid in links to shop.example by ads.example';

it('LAW-BLOCK-001 fails a known identifier that is put into links before any choice, and names script and line', () => {
  const [judgement] = judge({});
  expect(judgement).toMatchObject({
    verdict: 'fail',
    subject: SUBJECT,
    message: 'ads.example put gclid in links to shop.example before any choice.',
    evidence: [{ scenario: 'none', initiators: [{ url: 'https://ads.example/tag.js', line: 4 }] }],
  });
});

it('LAW-BLOCK-004 fails one that is put there after the refusal', () => {
  const [judgement] = judge({ seen: { reject: true } });
  expect(judgement).toMatchObject({ verdict: 'fail', message: expect.stringContaining('after the refusal') });
});

it('lets it be after a consent', () => {
  expect(verdicts({ seen: { accept: true } })).toEqual(['pass scan']);
});

it('wants a person to look at a link that carries the value of a cookie of nobody knows whom', () => {
  const [judgement] = judge({
    service: null,
    host: 'www.example.org',
    purpose: null,
    carries: 'sid',
    subject: 'u in links to b.example',
  });
  expect(judgement).toMatchObject({
    verdict: 'review',
    message:
      'the site itself (www.example.org) put u in links to b.example, with the value of the cookie sid, before any choice.',
  });
});

it('says nothing of other acts, and nothing of a scan that did not look', () => {
  expect(verdicts({ kind: 'reads-field', subject: 'email field' })).toEqual(['pass scan']);
  expect(audit.judge(auditInput({})).map(({ verdict }) => verdict)).toEqual(['inapplicable']);
});
