import { describe, expect, it } from 'vitest';
import { isFollowable, isSameSite, normalizeUrl } from './page-url.ts';

describe('normalizeUrl', () => {
  it('drops fragment and campaign, keeps the rest', () => {
    expect(normalizeUrl('HTTPS://Example.org:443/a?b=1&utm_source=x&gclid=y#z')).toBe(
      'https://example.org/a?b=1',
    );
    expect(normalizeUrl('../b', 'https://example.org/a/c')).toBe('https://example.org/b');
  });

  it.each([
    'mailto:a@b.c',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://a/',
    'data:text/html,x',
    'https://u:p@a.example/',
    '',
    'http://',
    `https://a.example/${'x'.repeat(3000)}`,
  ])('has no page for "%s"', (text) => {
    expect(normalizeUrl(text)).toBeUndefined();
  });
});

it('takes www and the bare domain, http and https for one site, and nothing else', () => {
  const site = 'https://www.example.org/';
  expect(isSameSite('http://example.org/a', site)).toBe(true);
  expect(isSameSite('https://shop.example.org/', site)).toBe(false);
  expect(isSameSite('https://www.example.org:8443/', site)).toBe(false);
  expect(isSameSite('https://example.org.evil.example/', site)).toBe(false);
});

describe('isFollowable', () => {
  it.each([
    '/logout',
    '/wp-login.php?action=logout',
    '/sign-out',
    '/abmelden',
    '/cart?add-to-cart=5',
    '/posts/7/delete',
    '/?do=logout',
    '/a.pdf',
    '/x.ZIP',
    '/feed.xml',
  ])('leaves %s alone', (path) => {
    expect(isFollowable(`https://a.example${path}`)).toBe(false);
  });

  it.each([
    '/',
    '/blog/logistics',
    '/blog',
    '/page.html',
    '/about.php?id=1',
    '/deleted-scenes',
    '/catalogue-output',
  ])('follows %s', (path) => {
    expect(isFollowable(`https://a.example${path}`)).toBe(true);
  });
});
