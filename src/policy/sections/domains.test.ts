import { expect, it } from 'vitest';
import { linesOf } from '../testing/policy-context.ts';
import { SEED_CONFIG } from '../testing/seed-policy.ts';
import domains from './domains.ts';

it('names the one domain with its subdomains', () => {
  expect(linesOf(domains)).toEqual([
    'Your choice counts for this domain and all its subdomains:',
    'kopano.com',
  ]);
});

it('does not pretend that browsers share a choice between domains', () => {
  const site = { ...SEED_CONFIG.site, domains: ['shop.example.co.uk', 'example.co.uk'] };
  expect(linesOf(domains, { site })).toEqual([
    'Your choice can be given on these domains:',
    'shop.example.co.uk',
    'example.co.uk',
    expect.stringMatching(/^Each domain shares one choice with its subdomains.*each asks on its own\.$/),
  ]);
});

it('says that a choice comes along with a link between registrable domains', () => {
  const site = { ...SEED_CONFIG.site, domains: ['example.co.uk', 'example.com'] };
  expect(linesOf(domains, { site }).at(-1)).toMatch(/follow a link from one of these domains to another/);
});
