import { ProblemError } from './problem.ts';
import type { RouteRequest } from './route.ts';

/** A whole number from the query; `fallback` where there is none. Throws ProblemError. */
export function numberInQuery(c: RouteRequest, name: string, fallback?: number): number {
  const text = c.req.query(name);
  if (text === undefined && fallback !== undefined) return fallback;
  if (text === undefined || !/^(0|[1-9]\d{0,14})$/.test(text)) {
    throw new ProblemError('invalid-query', `${name} must be a whole number.`);
  }
  return Number(text);
}
