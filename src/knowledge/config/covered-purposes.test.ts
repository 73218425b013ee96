import { expect, it } from 'vitest';
import { coveredPurposes } from './covered-purposes.ts';

const base = { name: 'x', description: 'x' };

it('says what a purpose covers: its own word, else the standard purpose of its id, else nothing', () => {
  expect(coveredPurposes({ ...base, id: 'ads', covers: ['marketing'] })).toEqual(['marketing']);
  expect(coveredPurposes({ ...base, id: 'analytics' })).toEqual(['analytics']);
  expect(coveredPurposes({ ...base, id: 'analytics', covers: [] })).toEqual([]);
  expect(coveredPurposes({ ...base, id: 'kopano' })).toEqual([]);
});
