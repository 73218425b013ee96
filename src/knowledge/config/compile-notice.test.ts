import { describe, expect, it } from 'vitest';
import type { NoticeContent } from '../../model/notice.ts';
import { compileLayout } from './compile-layout.ts';
import { compileNotice } from './compile-notice.ts';
import { resolveConfig } from './resolve-config.ts';
import { SMALL_CONFIG } from './testing/small-config.ts';

const compile = (locale: string, change: object = {}) =>
  compileNotice(resolveConfig({ ...SMALL_CONFIG, ...change }), locale, {
    policyUrl: 'https://c.test/p/example',
  });
const read = ({ body }: NoticeContent) => body.map((sentence) => sentence.flat().join('')).join(' ');
const inCalifornia = { regimes: { default: 'us-ca' } };

describe('compileNotice', () => {
  it('LAW-L1-009: names the controller, every purpose, how many are involved, and where the policy stands', () => {
    const notice = compile('en');
    expect(notice).toMatchObject({ locale: 'en', dir: 'ltr', policyUrl: 'https://c.test/p/example' });
    const text = read(notice);
    expect(text).toContain('Example Ltd');
    expect(text).toContain('Statistics and Commercial');
    expect(text).toContain('2, listed');
    expect(notice.purposes.map(({ id }) => id)).toEqual(['necessary', 'statistics', 'commercial']);
  });

  it('gives the first layer sentence by sentence, also where a name holds a full stop', () => {
    const site = { ...SMALL_CONFIG.site, controller: { name: 'A. B. Ltd. Co.', email: 'a@example.org' } };
    const { body } = compile('en', { site });
    expect(body).toHaveLength(4);
    expect(body[0]?.[0]).toMatch(/^A\. B\. Ltd\. Co\. asks/);
  });

  it('LAW-L1-013: speaks the asked language throughout', () => {
    const notice = compile('de');
    expect(notice.purposes[0]).toMatchObject({ name: ['Notwendig'], servicesCount: '1 Dienst' });
    expect(notice.texts.reject).not.toBe(compile('en').texts.reject);
  });

  it('US-DEF-001: says in opt-out regimes that the visitor can refuse, and does not speak of consent', () => {
    expect(read(compile('en'))).toContain('consent');
    expect(read(compile('en', inCalifornia))).toMatch(/You can refuse at any time/);
    expect(read(compile('en', inCalifornia))).not.toContain('asks for your consent');
  });

  it('US-OPT-001: has the words "Do not sell or share" in the United States alone', () => {
    expect(compile('en', inCalifornia).texts.doNotSell).toMatch(/Do not sell or share/);
    for (const id of ['eu', 'ch'])
      expect(compile('en', { regimes: { default: id } }).texts.doNotSell).toBe(undefined);
  });

  it('US-GPC-002: has the words for Global Privacy Control where the regime makes it an opt-out', () => {
    const { texts, details } = compile('en', inCalifornia);
    expect(texts.gpcHonoured).toMatch(/Global Privacy Control/);
    expect(details.texts.gpcOptedOut).toMatch(/signal/);
    expect(compile('en').texts.gpcHonoured).toBe(undefined);
    expect(compile('en').details.texts.gpcOptedOut).toBe(undefined);
  });

  it('has the style rules of the one layout that is shown: a box at the start where nothing else is set', () => {
    const layout = (notice: object) => compile('en', { notice }).layout;
    expect(layout({})).toBe(compileLayout({ layout: 'box', position: 'start' }));
    expect(layout({ layout: 'bar' })).toBe(compileLayout({ layout: 'bar', position: 'start' }));
  });

  it('WDR-005: counts the optional categories for the state that the reopening control tells', () => {
    expect(compile('en').states).toEqual(
      ['0', '1', '2'].map((granted) => `${granted} of 2 categories allowed`),
    );
    expect(compile('ar').states[1]).toContain(new Intl.NumberFormat('ar').format(2));
  });

  it('A11Y-010: gives texts of the configuration their language where it has them in no better one', () => {
    const purposes = SMALL_CONFIG.purposes.map((purpose) =>
      purpose.id === 'statistics'
        ? { ...purpose, name: { en: 'Statistics', fr: 'Statistiques' } }
        : { ...purpose, name: { en: purpose.id } },
    );
    const french = compile('fr', { purposes });
    expect(french.purposes.map(({ name }) => name)).toEqual([
      ['necessary', 'en'],
      ['Statistiques'],
      ['commercial', 'en'],
    ]);
    expect(french.body.flat().filter((part) => typeof part !== 'string')).toEqual([
      ['Statistiques'],
      ['commercial', 'en'],
    ]);
    expect(french.details.services.commercial?.[0]?.description[1]).toBe('en');
    expect(compile('en').details.services.commercial?.[0]?.description[1]).toBe(undefined);
  });

  it('WDR-004: says whether the page is loaded again after a withdrawal', () => {
    expect(compile('en').details.reloads).toBe(false);
    expect(compile('en', { notice: { afterWithdrawal: 'reload' } }).details.reloads).toBe(true);
  });
});
