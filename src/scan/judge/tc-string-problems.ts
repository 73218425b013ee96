import type { TcStringFacts } from '../../model/consent-signal.ts';

/** Strings made later must name the vendors that were disclosed. */
const DISCLOSURE_SINCE = Date.parse('2026-03-01T00:00:00Z');
/** Version 2 of the framework began then. */
const BEGAN = Date.parse('2019-08-01T00:00:00Z');
/** Policies before this one ended on 30 September 2023. */
const OLDEST_POLICY = 4;
const DAY = 86_400_000;

/** What is out of order in a string by itself, in sentences; `at` = when it was seen. */
export function tcStringProblems(tc: TcStringFacts, at: string): readonly string[] {
  if (tc.problem) return [tc.problem];
  const created = Date.parse(tc.created ?? '');
  const checks: readonly (readonly [boolean, string])[] = [
    [tc.version !== 2, `Its version is ${tc.version}, not 2.`],
    [(tc.cmpId ?? 0) < 2, 'It names no registered consent platform: its id is below 2.'],
    [(tc.policyVersion ?? 0) < OLDEST_POLICY, `Its policy version is ${tc.policyVersion}, which has ended.`],
    [(tc.vendorListVersion ?? 0) < 1, 'It names no version of the vendor list.'],
    [tc.isServiceSpecific === false, 'It calls itself global, which no longer exists.'],
    [created < BEGAN || created > Date.parse(at) + DAY, 'It was created at an impossible time.'],
    [tc.created !== tc.lastUpdated, 'Its dates of creation and of the last update differ.'],
    [
      created >= DISCLOSURE_SINCE && !tc.disclosedVendors,
      'It does not name the vendors that were disclosed.',
    ],
  ];
  return checks.flatMap(([isWrong, text]) => (isWrong ? [text] : []));
}
