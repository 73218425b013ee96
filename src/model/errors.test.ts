import { describe, expect, it } from 'vitest';
import { AvowalError, ERRORS } from './errors.ts';

describe('errors', () => {
  it('say what happened and what to do, with the facts filled in', () => {
    const error = new AvowalError('CONFIG_INVALID', {
      file: 'a.json',
      path: 'site.id',
      problem: 'is missing.',
      fix: 'Add it.',
    });
    expect(error.message).toBe('a.json: site.id is missing.');
    expect(error.todo).toBe('Add it.');
    expect(error.exit).toBe(2);
    expect(error.code).toBe('CONFIG_INVALID');
  });

  it.each(Object.entries(ERRORS))('%s has a sentence for both', (_, { what, todo }) => {
    expect(what.length).toBeGreaterThan(0);
    expect(todo).toMatch(/\.$|^\{fix\}$/);
  });
});
