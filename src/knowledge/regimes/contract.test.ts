import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isUnitedStates } from '../config/is-united-states.ts';
import { findRegime } from '../find-regime.ts';
import { regimes } from './index.ts';

const byId = (id: string) => regimes.find((regime) => regime.id === id);

test('there is one file for each regime, named after its id', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.json'));
  expect(new Set(files)).toEqual(new Set(regimes.map(({ id }) => `${id}.json`)));
  expect(files).toHaveLength(regimes.length);
});

describe.each(regimes.map((regime) => [regime.id, regime] as const))('%s', (id, regime) => {
  test('has the shape of a regime and nothing else', () => {
    const text = readFileSync(new URL(`${id}.json`, import.meta.url), 'utf8');
    expect(Object.keys(JSON.parse(text)).sort()).toEqual(
      ['gpc', 'id', 'mode', 'name', 'sources', 'validityMonths'].sort(),
    );
    expect(['opt-in', 'opt-out', 'notice-only']).toContain(regime.mode);
    expect(['deny', 'keep']).toContain(regime.gpc);
    expect(regime.name).toMatch(/^[A-Z]/);
  });

  test('says which rules it follows', () => {
    expect(regime.sources.length).toBeGreaterThan(0);
    for (const source of regime.sources) expect(source).toMatch(/^[A-Z][A-Z0-9-]+[:,]? .{10,}/);
  });

  test('LAW-STO-002, LAW-STO-003: asks again after 6 to 12 calendar months', () => {
    expect(regime.validityMonths).toBeGreaterThanOrEqual(6);
    expect(regime.validityMonths).toBeLessThanOrEqual(12);
  });

  test('US-GPC-007: where consent is needed first, Global Privacy Control changes no default', () => {
    if (regime.mode === 'opt-in' && !isUnitedStates(id)) expect(regime.gpc).toBe('keep');
  });
});

test('LAW-BLOCK-001: the European Union, the United Kingdom and Quebec ask first', () => {
  expect(['eu', 'uk', 'ca-qc', 'br'].map((id) => byId(id)?.mode)).toEqual(Array(4).fill('opt-in'));
});

test('US-GPC-001, US-GPC-006, US-AB566-001: without a setting, everywhere in the United States the signal is an opt-out', () => {
  for (const { gpc } of regimes.filter(({ id }) => isUnitedStates(id))) expect(gpc).toBe('deny');
});

test.each('ca co ct de md mn mt ne nh nj or tx'.split(' '))(
  'US-GPC-006: in %s, whose law names the signal, it is an opt-out',
  (state) => {
    expect(findRegime(`us-${state}`)).toMatchObject({ mode: 'opt-out', gpc: 'deny' });
  },
);

test('US-DEF-001: everywhere in the United States adults may opt out', () => {
  expect(['us', 'us-ca', 'us-tx'].map((id) => findRegime(id).mode)).toEqual(Array(3).fill('opt-out'));
});

test('US-AGE-001: for visitors under 16 sale and sharing wait for a yes', () => {
  expect(byId('us-under-16')).toMatchObject({ mode: 'opt-in', gpc: 'deny', validityMonths: 12 });
});

test('LAW-STO-005: California is not asked again for twelve months', () => {
  expect(byId('us-ca')?.validityMonths).toBe(12);
});

test('REG-CH-001: Switzerland informs and lets refuse', () => {
  expect(byId('ch')?.mode).toBe('opt-out');
});
