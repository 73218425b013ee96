/** One figure of the benchmark; less is better in all of them. */
export interface Metric {
  readonly id: string;
  readonly title: string;
  readonly unit: 'ms' | 'B' | '';
  /** The bare page's median is taken off. */
  readonly overBare?: boolean;
  /** Avowal has to be better than every other tool; `'tie'`: the browser tells it in steps, and the same step is as good. */
  readonly mustBeat?: true | 'tie';
}

/** Figures of a first visit. */
export const FIRST_VISIT: readonly Metric[] = [
  { id: 'bytes', title: 'Transferred', unit: 'B', overBare: true, mustBeat: true },
  { id: 'requests', title: 'Requests', unit: '', overBare: true },
  { id: 'fcp', title: 'First contentful paint', unit: 'ms' },
  { id: 'notice', title: 'Notice painted', unit: 'ms', mustBeat: true },
  { id: 'noticeAfterFcp', title: 'Notice after first contentful paint', unit: 'ms' },
  { id: 'settled', title: 'Notice whole and still', unit: 'ms' },
  { id: 'busy', title: 'Main thread', unit: 'ms', overBare: true, mustBeat: true },
  { id: 'script', title: 'Script', unit: 'ms', overBare: true },
  { id: 'blocking', title: 'Total blocking time', unit: 'ms' },
  { id: 'cls', title: 'Layout shift', unit: '' },
];

/** Figures of an answer. */
export const ANSWER: readonly Metric[] = [
  { id: 'acceptToRequest', title: 'Accept → first waiting script requested', unit: 'ms', mustBeat: true },
  { id: 'acceptToRun', title: 'Accept → it has run', unit: 'ms' },
  { id: 'acceptInteraction', title: 'INP of Accept', unit: 'ms', mustBeat: 'tie' },
  { id: 'rejectInteraction', title: 'INP of Reject', unit: 'ms', mustBeat: 'tie' },
  { id: 'settingsInteraction', title: 'INP of Settings', unit: 'ms', mustBeat: 'tie' },
];

/** Figures of the page view after an accept. */
export const NEXT_VISIT: readonly Metric[] = [
  { id: 'nextBytes', title: 'Transferred', unit: 'B', overBare: true },
  { id: 'nextRequests', title: 'Requests', unit: '', overBare: true },
  { id: 'nextScript', title: 'Script', unit: 'ms', overBare: true },
  { id: 'nextBusy', title: 'Main thread', unit: 'ms', overBare: true },
  { id: 'nextGated', title: 'First waiting script requested', unit: 'ms' },
];

export const METRICS: readonly Metric[] = [...FIRST_VISIT, ...ANSWER, ...NEXT_VISIT];
