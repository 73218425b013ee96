import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../knowledge/config/resolve-config.ts';
import { fixtureConfig } from '../testing/fixture-config.ts';
import { storageCard } from './storage-card.ts';

const card = (base: string, domains = ['shop.example', 'shop.test']) => {
  const config = fixtureConfig();
  return String(storageCard(resolveConfig({ ...config, site: { ...config.site, domains } }), base));
};

describe('The card about storage', () => {
  it('LAW-STO-008: says for each domain who sets the cookie, and what follows', () => {
    const text = card('https://consent.shop.example');
    expect(text).toMatch(/shop\.example<\/th><td>this server: browsers keep it for 6 calendar months/);
    expect(text).toMatch(/shop\.test<\/th><td>a script of the page: Safari deletes it after 7 days/);
    expect(text).toContain('only where consent.shop.example is on the same network');
    expect(text).toContain('To let the server set it on shop.test, serve Avowal at a path');
  });

  it('LAW-STO-008: has nothing to warn of where the server is a path of the site', () => {
    expect(card('/_avowal')).not.toContain('Safari');
  });

  it('says whether links take the choice along', () => {
    expect(card('/_avowal')).toContain('take the choice along');
    expect(card('/_avowal', ['shop.example'])).not.toContain('take the choice along');
  });

  it('LAW-STO-011: shows the revision that lets a text be mended', () => {
    expect(card('/_avowal')).toMatch(
      /Analytics: <code>&quot;revision&quot;: |Analytics: <code>"revision": "[0-9a-z]{5}"/,
    );
  });
});
