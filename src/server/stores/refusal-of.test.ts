import { describe, expect, it } from 'vitest';
import { AvowalError } from '../../model/errors.ts';
import { refusalOf } from './refusal-of.ts';

const failure = (code?: unknown) =>
  new AvowalError('STORE_FAILED', {}, Object.assign(new Error('no'), { code }));

describe('A refusal of the database', () => {
  it.each(['22021', '22P02', '22007', '23502', '23514', '54000'])('is %s, about the content', (code) => {
    expect(refusalOf(failure(code))).toBe(code);
    expect(refusalOf(failure(code).cause)).toBe(code);
  });

  it.each(['23505', '08006', '40001', '53100', '57P01', 'ECONNREFUSED', 22021, undefined])(
    'is not %s, which may pass',
    (code) => {
      expect(refusalOf(failure(code))).toBeUndefined();
    },
  );

  it('is not an error without a cause, nor anything else', () => {
    for (const error of [new AvowalError('STORE_FAILED'), new Error('x'), undefined, 'text'])
      expect(refusalOf(error)).toBeUndefined();
  });
});
