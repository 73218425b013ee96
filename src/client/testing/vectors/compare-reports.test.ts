import { describe, expect, it } from 'vitest';
import { compareAbsent, compareMissing, comparePhase } from './compare-reports.ts';
import { mergeReports } from './merge-reports.ts';
import type { EngineReport, Observation, Outcomes } from './report.ts';

const NOTHING: Observation = { phases: { before: {}, rejected: {} }, missingInPage: [], missingInView: [] };

/** A report in which two installations saw something, the others nothing. */
const report = (rewrite: Partial<Observation>, inline: Partial<Observation> = {}): EngineReport => ({
  version: '1',
  absent: [],
  installations: {
    inline: { ...NOTHING, ...inline },
    external: NOTHING,
    slow: NOTHING,
    down: NOTHING,
    'rewrite-down': NOTHING,
    rewrite: { ...NOTHING, ...rewrite },
  },
});
const unasked = (outcomes: Outcomes): Partial<Observation> => ({
  phases: { before: outcomes, rejected: {} },
});

describe('comparePhase', () => {
  it('finds nothing in equal reports', () => {
    const same = report(unasked({ fetch: 'sent' }));
    expect(comparePhase(same, same, 'before')).toEqual([]);
  });

  it('tells what leaks anew, what runs instead of only leaving, and what is held at last', () => {
    const recorded = report(unasked({ beacon: 'sent', 'new-script': 'sent' }));
    const actual = report(unasked({ fetch: 'sent', 'new-script': 'ran' }));
    expect(comparePhase(recorded, actual, 'before')).toEqual([
      'inline, rewrite: new-script: ran, recorded: sent',
      'inline, rewrite: fetch: sent, recorded: held',
      'inline, rewrite: beacon: held, recorded: sent',
    ]);
  });

  it('takes a request that is held with one installation for chance, and held with all for held at last', () => {
    const leaks = unasked({ fetch: 'sent' });
    expect(comparePhase(report(leaks, leaks), report(leaks), 'before')).toEqual([]);
    expect(comparePhase(report(leaks, leaks), report({}), 'before')).toHaveLength(1);
  });

  it('lets what gets stored before the choice be deleted in its own time, and nothing else be stored', () => {
    const stored = (phase: 'before' | 'rejected'): EngineReport =>
      report({ phases: { before: {}, rejected: {}, [phase]: { cookie: 'stored' } } });
    expect(comparePhase(stored('before'), stored('rejected'), 'rejected')).toEqual([]);
    expect(comparePhase(report({}), stored('rejected'), 'rejected')).toHaveLength(1);
    expect(comparePhase(report({}), stored('before'), 'before')).toHaveLength(1);
  });

  it('lets the browser read ahead in a page that is not rewritten, and never run what it read', () => {
    const sent = unasked({ 'script-classic': 'sent' });
    expect(comparePhase(report({}), report({}, sent), 'before')).toEqual([]);
    expect(comparePhase(report({}), report(sent), 'before')).toHaveLength(1);
    expect(comparePhase(report({}), report({}, unasked({ 'script-classic': 'ran' })), 'before')).toHaveLength(
      1,
    );
  });
});

describe('compareMissing', () => {
  it('tells what is missing and what is back', () => {
    expect(
      compareMissing(
        report({ missingInPage: ['fetch'] }),
        report({ missingInPage: ['beacon'] }),
        'missingInPage',
      ),
    ).toEqual(['rewrite: fetch: back, recorded: missing', 'rewrite: beacon: missing, recorded: back']);
  });
});

describe('compareAbsent', () => {
  it('tells what no longer happens in a page without the runtime', () => {
    expect(compareAbsent(report({}), { ...report({}), absent: ['fetch'] })).toEqual(['fetch']);
  });
});

describe('mergeReports', () => {
  it('keeps the worst of several runs and names what differs between them, which is then let pass', () => {
    const merged = mergeReports([report(unasked({ fetch: 'sent' })), report({ missingInView: ['beacon'] })]);
    expect(merged.races).toEqual(['fetch', 'beacon']);
    expect(merged.installations.rewrite).toEqual({
      phases: { before: { fetch: 'sent' }, rejected: {} },
      missingInPage: [],
      missingInView: ['beacon'],
    });
    expect(comparePhase(merged, report({}), 'before')).toEqual([]);
    expect(comparePhase(merged, report(unasked({ fetch: 'ran' })), 'before')).toHaveLength(1);
    expect(compareMissing(merged, report({}), 'missingInView')).toEqual([]);
  });

  it('takes it for no chance that a later visit deletes what was stored', () => {
    const stored = unasked({ cookie: 'stored' });
    const all = report(stored, stored);
    const { inline } = all.installations;
    const once = { ...all, installations: { ...all.installations, external: inline, slow: inline } };
    expect(mergeReports([once, once]).races).toEqual([]);
  });

  it('lets nothing of the HTML pass in a rewritten page because it differs in others', () => {
    const merged = mergeReports([report({}), report({}, unasked({ image: 'sent' }))]);
    expect(merged.races).toEqual(['image']);
    expect(comparePhase(merged, report(unasked({ image: 'sent' })), 'before')).toHaveLength(1);
  });
});
