import { expect, it } from 'vitest';
import { readTestNames } from './test-names.ts';

const read = (text: string) =>
  readTestNames(text, 'a.test.ts', /^[A-Z]$/).map(({ groups, name }) => [...groups, name].join(' › '));

it('reads the names of groups and tests, wherever in the file they stand', () => {
  expect(
    read(`describe('a', () => { describe("b", () => { it('c', () => {}); }); test(\`d\`, () => {}); });
      function specify(x: string): void { it(\`e \${x} f\`, () => {}); }`),
  ).toEqual(['a › b › c', 'a › d', 'e … f']);
});

it.each([
  ['rows', `it.each([['A', 1], ['B', 2]] as const)('%s of %i', () => {})`, ['A of …', 'B of …']],
  [
    'rows without a mark',
    `it.each([['x', 1], ['y', 2], ['A', 3]])('%s of %i', () => {})`,
    ['… of …', 'A of …'],
  ],
  ['words', `it.each(['A', 'B'])('%s', () => {})`, ['A', 'B']],
  ['a table with a name', `const T: string[][] = [['A'], ['B']]; it.each(T)('%s', () => {})`, ['A', 'B']],
  ['what cannot be read', `it.each(make())('x %s', () => {})`, ['x …']],
  ['groups', `describe.each([['A']])('%s', () => { it('b', () => {}) })`, ['A › b']],
])('reads .each over %s', (_, text, names) => {
  expect(read(text)).toEqual(names);
});

it('counts no test that is skipped or only planned, but one that runs where it can', () => {
  expect(
    read(`it.skip('a', () => {}); it.todo('b'); describe.skip('c', () => { it('d', () => {}) });
      describe.skipIf(missing)('e', () => { it('f', () => {}) });`),
  ).toEqual(['e › f']);
});

it('takes no other call and no comment for a test', () => {
  expect(read(`// it('a', () => {})\nexpect('it("b")').toBe(1); suite.it('c', () => {});`)).toEqual([]);
});
