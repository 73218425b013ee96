import { describe, expect, it } from 'vitest';
import { isPolicyLink, pickPolicyLinks } from './policy-links.ts';

const link = (text: string, path: string) => ({ text, url: `https://site.example${path}` });

describe('isPolicyLink', () => {
  it.each([
    ['by its words', link('Datenschutzerklärung', '/recht')],
    ['by its words in another script', link('隐私政策', '/p/1')],
    ['by its address', link('More', '/privacy-policy')],
    ['by an address that cannot be decoded', link('Cookies', '/%E0%A4%A')],
  ])('LAW-L1-009 knows a link to a policy %s', (_, one) => expect(isPolicyLink(one)).toBe(true));

  it.each([
    ['another page', link('About us', '/about')],
    [
      'a headline',
      link('What the new rules on cookies mean for bakers who bake cookies for a living', '/news/1'),
    ],
  ])('leaves %s alone', (_, one) => expect(isPolicyLink(one)).toBe(false));
});

describe('pickPolicyLinks', () => {
  const cookies = link('Cookie policy', '/cookies');
  const privacy = link('Privacy policy', '/privacy');

  it('POL-008 takes the page on cookies and the page on privacy, once each', () => {
    expect(pickPolicyLinks([], [link('Home', '/'), privacy, cookies, cookies])).toEqual([
      { ...cookies, isInNotice: false },
      { ...privacy, isInNotice: false },
    ]);
  });

  it('prefers the link of the notice to that of the page', () => {
    const inNotice = link('Cookies', '/cookies-in-notice');
    expect(pickPolicyLinks([inNotice], [cookies])).toEqual([{ ...inNotice, isInNotice: true }]);
  });

  it('takes one page that is called both for one page', () => {
    const both = link('Privacy and cookies', '/legal#cookies');
    expect(pickPolicyLinks([both], [link('Privacy', '/legal')])).toHaveLength(1);
  });

  it('finds nothing where there is nothing', () => expect(pickPolicyLinks([], [])).toEqual([]));
});
