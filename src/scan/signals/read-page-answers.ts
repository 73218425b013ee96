import type { AnsweredSignal } from '../../model/consent-signal.ts';
import { readGppString } from './gpp-string.ts';
import { readUsPrivacy } from './read-request-signals.ts';
import { purposesSaid, readTcString } from './tc-string.ts';

interface Said {
  readonly status?: string | undefined;
  readonly text?: string | undefined;
}

/** What a page answered, as it came out of it: all of it is the page's own. */
export interface PageAnswers {
  readonly tcf?: Said & { readonly applies?: boolean | undefined; readonly consents: readonly number[] };
  readonly gpp?: Said;
  readonly usPrivacy?: Said;
  /** Value of the cookie `euconsent-v2`. */
  readonly cookie?: string;
}

type Hash = (value: string) => string;

const STATUSES: readonly (string | undefined)[] = ['stub', 'loading', 'loaded', 'error'];
const statusOf = ({ status }: Said) => (STATUSES.includes(status) && status ? { status } : {});

function readTcf({ tcf }: PageAnswers, hash: Hash): AnsweredSignal[] {
  if (!tcf) return [];
  const tc = tcf.text ? readTcString(tcf.text, hash) : undefined;
  const consents = tcf.consents.filter((id) => Number.isInteger(id) && id >= 1 && id <= 24);
  return [
    {
      system: 'tcf',
      from: ['__tcfapi'],
      // What vendors read first, and what the string says where the interface does not.
      says: {
        ...(tc && purposesSaid(tc)),
        ...Object.fromEntries(consents.map((id) => [`purpose ${id}`, 'granted' as const])),
      },
      ...(tcf.applies !== undefined && { applies: tcf.applies }),
      ...(tc && { tc }),
      ...statusOf(tcf),
    },
  ];
}

/** Reads what a page answered; strings are decoded and dropped. */
export function readPageAnswers(answers: PageAnswers, hash: Hash): AnsweredSignal[] {
  const { gpp, usPrivacy, cookie } = answers;
  const fromCookie = cookie ? readTcString(cookie, hash) : undefined;
  return [
    ...readTcf(answers, hash),
    ...(fromCookie
      ? [
          {
            system: 'tcf' as const,
            from: ['cookie euconsent-v2'],
            says: purposesSaid(fromCookie),
            tc: fromCookie,
          },
        ]
      : []),
    ...(gpp
      ? [
          {
            ...(gpp.text
              ? readGppString(gpp.text, '__gpp', hash)
              : { system: 'gpp' as const, from: ['__gpp'], says: {} }),
            ...statusOf(gpp),
          },
        ]
      : []),
    ...readUsPrivacy(usPrivacy?.text ?? null, '__uspapi'),
  ];
}
