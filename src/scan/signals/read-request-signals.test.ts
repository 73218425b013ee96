import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequestSignals } from './read-request-signals.ts';

const REFUSED = 'CQuIxQAQuIxQAP_ABBENCxFgAAAAAAAAAAYgAAAAAAAA.IHCQBQABAAKAA4AvMBwg.YAAAAAAAAAAA';

const read = (address: string, body = '') => readRequestSignals(address, body, () => '0123456789abcdef');
const systems = (address: string, body?: string) => read(address, body).map(({ system }) => system);

describe('readRequestSignals', () => {
  it('finds each signal of a request by itself', () => {
    expect(
      systems(
        `https://ad.doubleclick.net/x?gcs=G100&gdpr=1&gdpr_consent=${REFUSED}&gpp=DBABLA~CVQqAAAAAACA.QA&gpp_sid=7&us_privacy=1YNN`,
      ),
    ).toEqual(['google', 'tcf', 'gpp', 'us-privacy']);
  });

  it('says nothing of a request that says nothing', () => {
    expect(read('https://shop.example/?gdpr_page=1&gpp=seven&asc=D&dpo=LDU&q=gcs')).toEqual([]);
    expect(read('not an address')).toEqual([]);
  });

  it('TCF-STR-011 reads gdpr and gdpr_consent together', () => {
    const [said] = read(`https://ads.example/bid?gdpr=1&gdpr_consent=${REFUSED}`);
    expect(said).toMatchObject({ system: 'tcf', from: ['gdpr', 'gdpr_consent'], applies: true });
    expect(said?.says['purpose 1']).toBe('denied');
  });

  it.each(['%24%7BGDPR_CONSENT_755%7D', '%5BCONSENT%5D', 'undefined', ''])(
    'takes the placeholder "%s" for no string',
    (text) => {
      const [said] = read(`https://ads.example/bid?gdpr=0&gdpr_consent=${text}`);
      expect(said).toEqual({ system: 'tcf', from: ['gdpr'], says: {}, applies: false });
    },
  );

  it('reads the sale in a US Privacy string', () => {
    const sale = (code: string) => read(`https://x.example/?us_privacy=${code}`)[0]?.says.sale;
    expect(['1YYN', '1ynn', '1---', '2YNN', '1YN'].map(sale)).toEqual([
      'denied',
      'granted',
      'unknown',
      undefined,
      undefined,
    ]);
  });

  it('VND-MSUET-001 reads asc of Microsoft, at Microsoft alone', () => {
    expect(read('https://bat.bing.com/action/0?ti=1&asc=G')[0]?.says).toEqual({ ad_storage: 'granted' });
    expect(read('https://bat.bing.net/action/0?asc=D')[0]?.says).toEqual({ ad_storage: 'denied' });
    expect(read('https://bat.bing.com/action/0?asc=X')).toEqual([]);
  });

  it("VND-META-002 reads Meta's data processing options", () => {
    const use = (dpo: string) => read(`https://www.facebook.com/tr?id=1&dpo=${dpo}`)[0]?.says;
    expect(use('LDU')).toEqual({ 'unlimited data use': 'denied' });
    expect(use('')).toEqual({ 'unlimited data use': 'granted' });
  });

  it('reads the first event of a form body, and a bid in OpenRTB, old and new', () => {
    expect(read('https://x.example/g/collect', 'gcs=G101&en=view\nen=scroll')[0]?.codes).toEqual({
      gcs: 'G101',
    });
    const old = { regs: { ext: { gdpr: 1 } }, user: { ext: { consent: REFUSED }, id: 'jane' } };
    const now = {
      regs: { gdpr: 1, gpp: 'DBABLA~CVQqAAAAAACA.QA', gpp_sid: [7] },
      user: { consent: REFUSED },
    };
    expect(systems('https://bid.example/', JSON.stringify(old))).toEqual(['tcf']);
    expect(systems('https://bid.example/', JSON.stringify(now))).toEqual(['tcf', 'gpp']);
    expect(read('https://bid.example/', '{"regs":{"gdpr":1')).toEqual([]);
  });

  it('keeps nothing of a request but what speaks of consent', () => {
    const said = JSON.stringify(
      read(
        `https://www.google-analytics.com/g/collect?gcs=G111&cid=7.9&dl=https://shop.example/jane&gdpr=1&gdpr_consent=${REFUSED}`,
        'uid=jane&em=jane@example.org',
      ),
    );
    for (const secret of ['jane', '7.9', 'shop', REFUSED.slice(0, 12)]) expect(said).not.toContain(secret);
  });

  it('survives any query and any body', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (query, body) =>
        Array.isArray(read(`https://bat.bing.com/?${query}`, body)),
      ),
    );
  });
});
