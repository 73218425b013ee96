import type { PageTake } from './start-session.ts';

/** What the gatherers took from several pages, as from one; from none: nothing. */
export const joinTakes = (...takes: readonly PageTake[]): PageTake => ({
  observations: takes.flatMap(({ observations }) => observations),
  requests: takes.flatMap(({ requests }) => requests),
  signals: takes.flatMap(({ signals }) => signals),
  acts: takes.flatMap(({ acts }) => acts),
});
