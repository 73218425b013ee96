import { describe, expect, it } from 'vitest';
import { AvowalError } from '../model/errors.ts';
import { PROBLEMS, type ProblemCode, ProblemError, problemResponse } from './problem.ts';
import { toProblem } from './to-problem.ts';

describe('A problem', () => {
  it.each(Object.keys(PROBLEMS) as ProblemCode[])('%s says what happened and what to do', async (code) => {
    const response = problemResponse(new ProblemError(code, 'detail'));
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const body = await response.json();
    expect(body).toMatchObject({
      type: `urn:avowal:problem:${code}`,
      status: response.status,
      detail: 'detail',
    });
    expect(body.title).toMatch(/\.$/);
    expect(body.todo).toMatch(/\.$/);
    if ([429, 503].includes(response.status))
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('that anybody can cause without end leaves no line in the log', () => {
    const lines: unknown[] = [];
    const log = (...line: unknown[]) => void lines.push(line);
    for (const code of ['too-many-requests', 'not-found'] as const) toProblem(new ProblemError(code), log);
    expect(lines).toEqual([]);
    toProblem(new ProblemError('origin-refused'), log);
    expect(lines).toEqual([['info', 'refused', { problem: 'origin-refused' }]]);
  });

  it('tells the operator, not the sender, what broke inside', async () => {
    const lines: unknown[] = [];
    const log = (...line: unknown[]) => void lines.push(line);
    const unexpected = toProblem(new Error('secret path /var/x'), log);
    const store = toProblem(new AvowalError('STORE_FAILED', { file: '/secret', problem: 'disk full' }), log);
    expect([unexpected.code, store.code]).toEqual(['internal', 'store-unavailable']);
    for (const problem of [unexpected, store]) {
      expect(await problemResponse(problem).text()).not.toContain('secret');
    }
    expect(JSON.stringify(lines)).toContain('secret path');
    expect(JSON.stringify(lines)).toContain('disk full');
  });
});
