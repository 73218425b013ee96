import { expect, it } from 'vitest';
import { auditInput, request, sessionCookie, siteConfig, tracker } from '../testing/audited-site.ts';
import audit from './nothing-before-choice.ts';

const verdicts = (...input: Parameters<typeof auditInput>) =>
  audit.judge(auditInput(...input)).map(({ verdict, subject }) => `${verdict} ${subject}`);

it('LAW-BLOCK-001 fails a statistics cookie that was there before any choice, with the script that set it', () => {
  const [finding] = audit.judge(auditInput({ trackers: [tracker(), sessionCookie] }));
  expect(finding).toMatchObject({ verdict: 'fail', subject: 'js-cookie _pk_id.* www.example.org' });
  expect(finding?.evidence).toEqual([
    expect.objectContaining({
      page: 'https://www.example.org/',
      scenario: 'none',
      initiators: [{ url: 'https://www.example.org/matomo.js', line: 3 }],
    }),
  ]);
});

it('LAW-BLOCK-002 fails a request to a service of an optional purpose, also where it stored nothing', () => {
  expect(verdicts({ requests: [request()] })).toEqual(['fail service youtube']);
});

it('LAW-BLOCK-003 fails Google Tag Manager like every other service', () => {
  const gtm = request({ host: 'www.googletagmanager.com', types: ['script'], service: 'google-tag-manager' });
  const services = [
    {
      id: 'google-tag-manager',
      name: 'Google Tag Manager',
      provider: 'Google LLC',
      purpose: 'analytics' as const,
      hosts: ['www.googletagmanager.com'],
      known: true,
    },
  ];
  expect(verdicts({ requests: [gtm], services })).toEqual(['fail service google-tag-manager']);
});

it('passes where only what is exempt happened, and where the rest came after the acceptance', () => {
  expect(verdicts({ trackers: [sessionCookie, tracker({ seen: { accept: true } })] })).toEqual([
    'pass scenario none',
  ]);
});

it('believes a configuration that holds back more than is known to need consent', () => {
  const config = siteConfig({
    trackers: [{ name: 'PHPSESSID', kind: 'http-cookie', purpose: 'counting' }],
  });
  expect(verdicts({ trackers: [sessionCookie] }, { config })).toEqual([
    'fail http-cookie PHPSESSID www.example.org',
  ]);
});

it('LAW-BLOCK-006 wants a person to look where the site calls necessary what is known to be statistics', () => {
  const config = siteConfig({ trackers: [{ name: '_pk_id.*', kind: 'js-cookie', purpose: 'needed' }] });
  expect(verdicts({ trackers: [tracker()] }, { config })).toEqual([
    'review js-cookie _pk_id.* www.example.org',
  ]);
});

it('LAW-BLOCK-005 wants a person to look at requests to a stranger', () => {
  const stranger = request({ host: 'x.example', service: 'host:x.example' });
  expect(verdicts({ requests: [stranger] })).toEqual(['review service host:x.example']);
});

it('does not mind what the site asks of itself', () => {
  expect(verdicts({ requests: [request({ party: 'first', service: null })] })).toEqual([
    'pass scenario none',
  ]);
});
