import { expect, it } from 'vitest';
import { auditInput, inventoryOf, request, siteConfig } from '../testing/audited-site.ts';
import audit from './third-country-transfers.ts';

const service = (id: string, hosts: string[]) => ({
  id,
  name: id,
  provider: null,
  purpose: 'analytics' as const,
  hosts,
  known: true,
});
const abroad = { requests: [request({ seen: { accept: true } })] };
const verdicts = (...input: Parameters<typeof auditInput>) =>
  audit.judge(auditInput(...input)).map(({ verdict, subject }) => `${verdict} ${subject}`);

it('POL-004 wants a person to look at each country outside the European Economic Area, with who is asked there', () => {
  const services = [...inventoryOf().services, service('yandex-metrica', [])];
  const [russia, states] = audit.judge(auditInput({ ...abroad, services }));
  expect(russia).toMatchObject({ verdict: 'review', subject: 'country RU' });
  expect(states).toMatchObject({
    subject: 'country US',
    message: 'Data goes to YouTube in United States, outside the European Economic Area.',
    evidence: [
      { text: 'hosts www.youtube.com' },
      { text: expect.stringContaining('1 × document from www.youtube.com'), scenario: 'accept' },
    ],
  });
});

it('POL-004 passes where the configuration declares the recipient, for then the policy names it', () => {
  const config = siteConfig({ services: [{ id: 'youtube', purpose: 'counting' }] });
  expect(verdicts(abroad, { config })).toEqual(['pass countries']);
  expect(verdicts(abroad, { config: siteConfig() })).toEqual(['review country US']);
});

it('POL-004 passes where nobody outside is asked, and asks nothing of seats that nobody knows', () => {
  const services = [service('etracker', ['www.etracker.com']), service('host:cdn.example', ['cdn.example'])];
  expect(verdicts({ services })).toEqual(['pass countries']);
});

it('asks nothing of a site that was not seen', () => {
  expect(verdicts({ pages: [] })).toEqual(['inapplicable countries']);
});
