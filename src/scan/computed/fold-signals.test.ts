import { expect, it } from 'vitest';
import type { PageRecord } from '../observation.ts';
import { answeredTcf, command, sent } from '../testing/page-signals.ts';
import { foldSignals } from './fold-signals.ts';

const record = (change: Partial<PageRecord>): PageRecord => ({
  visit: {
    url: 'https://www.example.org/?visitor=7',
    scenario: 'none',
    status: 200,
    title: '',
    milliseconds: 1,
  },
  finalUrl: 'https://www.example.org/',
  observations: [],
  requests: [],
  signals: [],
  acts: [],
  problems: [],
  links: [],
  ...change,
});
const { count: _, time: __, ...statement } = sent();
const at = (time: number) => ({ sent: { ...statement, time } });

it('counts the same said to the same host once, with its first time, and drops the query of the page', () => {
  const [page] = foldSignals([record({ signals: [at(2000), at(1000), at(3000)] })]);
  expect(page).toMatchObject({ page: 'https://www.example.org/', moment: 'before' });
  expect(page?.sent).toHaveLength(1);
  expect(page?.sent[0]).toMatchObject({ count: 3, time: '1970-01-01T00:00:01.000Z' });
});

it('keeps apart what is said to another host, or otherwise', () => {
  const other = { sent: { ...statement, host: 'metrics.example.org', time: 1 } };
  const granted = { sent: { ...statement, says: { ad_storage: 'granted' as const }, time: 1 } };
  const [page] = foldSignals([record({ signals: [at(1), other, granted] })]);
  expect(page?.sent).toHaveLength(3);
});

it('tells the moments of a scenario apart', () => {
  const visit = { ...record({}).visit, scenario: 'accept' as const };
  const signals = [{ command: command() }, { answered: answeredTcf() }];
  const records = [
    record({ visit, signals, signalsAtAnswer: signals }),
    record({ visit, signals, isReturn: true }),
    record({ visit: { ...visit, scenario: 'close' }, signals }),
  ];
  expect(foldSignals(records).map(({ moment }) => moment)).toEqual(['answer', 'after', 'return', 'before']);
});

it('says nothing of pages that said nothing, nor of a journal from before there were signals', () => {
  const { signals: ___, ...old } = record({});
  expect(foldSignals([record({}), old as PageRecord])).toEqual([]);
});
