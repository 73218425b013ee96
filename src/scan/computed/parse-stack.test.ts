import { expect, it } from 'vitest';
import { parseStack } from './parse-stack.ts';

it('reads named, anonymous and asynchronous frames, with places from 0', () => {
  const stack = `Error
    at Object.set (https://cdn.example/a.js?x=1:3:19)
    at https://site.example/:10:5
    at async run (https://site.example/b.js:1:1)
    at new Promise (<anonymous>)
    at eval (eval at go (https://site.example/c.js:1:1), <anonymous>:1:1)`;
  expect(parseStack(stack).slice(0, 3)).toEqual([
    { url: 'https://cdn.example/a.js?x=1', line: 2, column: 18, functionName: 'Object.set' },
    { url: 'https://site.example/', line: 9, column: 4, functionName: undefined },
    { url: 'https://site.example/b.js', line: 0, column: 0, functionName: 'run' },
  ]);
});

it('finds nothing in a text that is no stack', () => {
  expect(parseStack('')).toEqual([]);
  expect(parseStack('Error: at home (x:1)')).toEqual([]);
});
