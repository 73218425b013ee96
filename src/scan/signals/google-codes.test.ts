import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGoogleCodes } from './google-codes.ts';

const read = (query: string, host = 'www.google-analytics.com') =>
  readGoogleCodes(host, new URLSearchParams(query));
const said = (query: string, host?: string) => read(query, host)?.says;

describe('readGoogleCodes', () => {
  it.each([
    ['G111', { ad_storage: 'granted', analytics_storage: 'granted' }],
    ['G100', { ad_storage: 'denied', analytics_storage: 'denied' }],
    ['G101', { ad_storage: 'denied', analytics_storage: 'granted' }],
    ['G110', { ad_storage: 'granted', analytics_storage: 'denied' }],
    ['G1--', { ad_storage: 'unknown', analytics_storage: 'unknown' }],
  ])('GCM-010 reads gcs=%s: advertising first, then statistics', (code, says) => {
    expect(said(`gcs=${code}`)).toEqual(says);
  });

  it.each([
    ['p', 'denied'],
    ['q', 'denied'],
    ['m', 'denied'],
    ['u', 'denied'],
    ['t', 'granted'],
    ['r', 'granted'],
    ['n', 'granted'],
    ['v', 'granted'],
  ])('GCM-010 takes the letter %s of gcd for %s', (letter, state) => {
    expect(said(`gcd=11${letter}1${letter}1${letter}1${letter}5`)).toEqual({
      ad_storage: state,
      analytics_storage: state,
      ad_user_data: state,
      ad_personalization: state,
    });
  });

  it('says unknown for a letter that nobody has published, and for what was never set', () => {
    expect(said('gcd=11l1x1p1t5')).toEqual({
      ad_storage: 'unknown',
      analytics_storage: 'unknown',
      ad_user_data: 'denied',
      ad_personalization: 'granted',
    });
  });

  it('reads the newer form of gcd, and believes gcs where the two differ', () => {
    expect(said('gcs=G110&gcd=13p3t3r2v5l1')).toEqual({
      ad_storage: 'granted',
      analytics_storage: 'denied',
      ad_user_data: 'granted',
      ad_personalization: 'granted',
    });
  });

  it('takes npa=1 for no personal advertising, and npa=0 for nothing', () => {
    expect(said('npa=1')).toEqual({ ad_personalization: 'denied' });
    expect(said('npa=0')).toEqual({});
  });

  it('reads a tag that a site serves from its own host, and not just any npa', () => {
    expect(said('gcs=G111', 'metrics.site.example')?.ad_storage).toBe('granted');
    expect(read('npa=1&dma=1', 'www.site.example')).toBeUndefined();
  });

  it('keeps the codes and nothing that only looks like one', () => {
    expect(read('gcs=G100&dma=1&npa=1&pscdl=denied&cid=7.9&dl=https://x')?.codes).toEqual({
      gcs: 'G100',
      dma: '1',
      npa: '1',
      pscdl: 'denied',
    });
    expect(read('gcs=jane@example.org&gcd=11p1p1p1p5%20Jane')).toBeUndefined();
  });

  it('keeps no more than documented forms of any value', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (gcs, gcd) => {
        const codes = read(new URLSearchParams({ gcs, gcd }).toString())?.codes ?? {};
        return Object.values(codes).every((code) => /^[\w-]{4,17}$/.test(code));
      }),
    );
  });
});
