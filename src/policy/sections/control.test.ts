import { expect, it } from 'vitest';
import { linesOf, policyContext } from '../testing/policy-context.ts';
import { SEED_CONFIG } from '../testing/seed-policy.ts';
import control from './control.ts';

it('POL-006: has the control that opens the settings and the one that withdraws', () => {
  expect(linesOf(control).slice(1, 3)).toEqual(['[open] Privacy settings', '[withdraw] Withdraw consent']);
});

it('speaks of the tab only where the site shows it', () => {
  const tab = (reopen: 'tab' | 'none') =>
    linesOf(control, { notice: { reopen } }).some((line) => /the tab “Privacy settings”/.test(line));
  expect([tab('tab'), tab('none')]).toEqual([true, false]);
});

it('says what a withdrawal deletes and what it cannot delete', () => {
  const text = linesOf(control).join('\n');
  expect(text).toMatch(/is deleted, as far as the page you are on can reach it/);
  expect(text).toMatch(/Cookies at other addresses \(third party\) cannot be deleted by this site/);
});

it('US-GPC-001: promises to follow Global Privacy Control exactly where the regime does', () => {
  const gpc = (regime: string) =>
    linesOf(control, { regimes: { default: regime } }).some((line) => /Global Privacy Control/.test(line));
  expect([gpc('eu'), gpc('us-ca')]).toEqual([false, true]);
});

it('leads to the help of each browser, Brave included', () => {
  const links = control.write(policyContext()).flatMap((block) => (block.type === 'list' ? block.items : []));
  expect(links.flat().map((inline) => (typeof inline === 'string' ? '' : inline.text))).toEqual([
    'Chrome',
    'Firefox',
    'Safari',
    'Edge',
    'Brave',
    'allaboutcookies.org',
  ]);
});

it('leads to every domain of the site from elsewhere', () => {
  const site = { ...SEED_CONFIG.site, domains: ['a.example', 'b.example'] };
  const controls = control.write(policyContext({ site })).find(({ type }) => type === 'controls');
  expect(controls).toMatchObject({
    domains: ['a.example', 'b.example'],
    onSite: [
      'Open the privacy settings on the site itself: ',
      { type: 'link', text: 'a.example', href: 'https://a.example/' },
      ', ',
      { type: 'link', text: 'b.example', href: 'https://b.example/' },
      '.',
    ],
  });
});
