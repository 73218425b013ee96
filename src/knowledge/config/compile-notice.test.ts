import { describe, expect, it } from 'vitest';
import { compileNotice } from './compile-notice.ts';
import { resolveConfig } from './resolve-config.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const compile = (locale: string, change: object = {}) =>
  compileNotice(resolveConfig({ ...SMALL_CONFIG, ...change }), locale, {
    policyUrl: 'https://c.test/p/example',
  });
const inCalifornia = { regimes: { default: 'us-ca' } };

describe('compileNotice', () => {
  it('LAW-L1-009: names the controller, every purpose, how many are involved, and where the policy stands', () => {
    const notice = compile('en');
    expect(notice).toMatchObject({ locale: 'en', dir: 'ltr', policyUrl: 'https://c.test/p/example' });
    const text = notice.body.join(' ');
    expect(text).toContain('Example Ltd');
    expect(text).toContain('Statistics and Commercial');
    expect(text).toContain('2, listed');
    expect(notice.purposes.map(({ id }) => id)).toEqual(['necessary', 'statistics', 'commercial']);
  });

  it('gives the first layer sentence by sentence, also where a name holds a full stop', () => {
    const site = { ...SMALL_CONFIG.site, controller: { name: 'A. B. Ltd. Co.', email: 'a@example.org' } };
    const { body } = compile('en', { site });
    expect(body).toHaveLength(4);
    expect(body[0]).toMatch(/^A\. B\. Ltd\. Co\. asks/);
  });

  it('LAW-L1-013: speaks the asked language throughout', () => {
    const notice = compile('de');
    expect(notice.purposes[0]).toMatchObject({ name: 'Notwendig', servicesCount: '1 Dienst' });
    expect(notice.texts.reject).not.toBe(compile('en').texts.reject);
  });

  it('US-DEF-001: says in opt-out regimes that the visitor can refuse, and does not speak of consent', () => {
    expect(compile('en').body.join(' ')).toContain('consent');
    expect(compile('en', inCalifornia).body.join(' ')).toMatch(/You can refuse at any time/);
    expect(compile('en', inCalifornia).body.join(' ')).not.toContain('asks for your consent');
  });

  it('US-OPT-001: has the words "Do not sell or share" in the United States alone', () => {
    expect(compile('en', inCalifornia).texts.doNotSell).toMatch(/Do not sell or share/);
    for (const id of ['eu', 'ch'])
      expect(compile('en', { regimes: { default: id } }).texts.doNotSell).toBe(undefined);
  });

  it('US-GPC-002: has the words for Global Privacy Control where the regime makes it an opt-out', () => {
    expect(compile('en', inCalifornia).texts).toMatchObject({
      gpcHonoured: expect.any(String),
      gpcOptedOut: expect.any(String),
    });
    expect(compile('en').texts.gpcHonoured).toBe(undefined);
  });

  it('names the layout, and the corner of a box', () => {
    const layout = (notice: object) => compile('en', { notice }).layout;
    expect(layout({})).toBe('box start');
    expect(layout({ position: 'end' })).toBe('box end');
    expect(layout({ layout: 'bar', position: 'end' })).toBe('bar');
  });
});
