import { expect, it } from 'vitest';
import type { PageVisit } from '../../model/inventory.ts';
import type { PolicyPage } from '../../model/notice-facts.ts';
import { auditInput, inventoryOf, tracker } from '../testing/audited-site.ts';
import audit from './policy-page.ts';

const TEXT = `${'Example Ltd is responsible. '.repeat(15)} _pk_id: counts visits, kept for 13 months.`;

const policy = (change: Partial<PolicyPage> = {}): PolicyPage => ({
  link: { text: 'Cookies', url: 'https://www.example.org/cookies?x=1' },
  isInNotice: true,
  url: 'https://www.example.org/cookies',
  status: 200,
  language: 'en',
  text: TEXT,
  covered: 0,
  screenshot: 'policy-1.jpg',
  ...change,
});

const judge = (policies: readonly PolicyPage[], pages: readonly Partial<PageVisit>[] = []) =>
  audit.judge(
    auditInput({
      scenarios: [{ scenario: 'close', outcome: 'done', policies }],
      trackers: [tracker()],
      pages: [
        ...inventoryOf().pages,
        ...pages.map((page) => ({
          url: 'https://www.example.org/a',
          scenario: 'reject' as const,
          status: 200,
          title: '',
          milliseconds: 1,
          ...page,
        })),
      ],
    }),
  );

it('POL-005 passes a policy that answers and names every tracker, with a picture', () => {
  expect(judge([policy()])).toMatchObject([
    { verdict: 'pass', evidence: [{ screenshot: 'policy-1.jpg' }, {}] },
  ]);
});

it.each([
  [
    'POL-005 an optional tracker of which nothing stands there',
    { text: TEXT.replace('_pk_id', 'A cookie') },
    'fail js-cookie _pk_id.* www.example.org',
  ],
  ['POL-008 a page that is not there', { status: 404 }, 'fail unreachable https://www.example.org/cookies'],
  ['POL-008 a page that does not answer', { status: 0 }, 'fail unreachable https://www.example.org/cookies'],
  ['POL-008 a page behind the notice', { covered: 0.8 }, 'fail covered https://www.example.org/cookies'],
  ['POL-001 a policy without lifetimes', { text: TEXT.replace('13 months', 'long') }, 'review lifetimes'],
  [
    'a policy on another site',
    { url: 'https://legal.example.net/cookies' },
    'review elsewhere https://legal.example.net/cookies',
  ],
  ['a page without text, such as a PDF', { text: '' }, 'review content'],
])('finds %s', (_, change, expected) => {
  expect(judge([policy(change)]).map(({ verdict, subject }) => `${verdict} ${subject}`)).toEqual([expected]);
});

it('POL-005 reads two pages as one policy', () => {
  const other = policy({ url: 'https://www.example.org/privacy', text: 'x'.repeat(400) });
  expect(judge([other, policy()])).toMatchObject([{ verdict: 'pass' }]);
});

it('wants a person to look at pages from which no link leads to it', () => {
  expect(judge([policy()], [{ linksToPolicy: true }, { linksToPolicy: false }])).toMatchObject([
    { verdict: 'review', subject: 'links', message: expect.stringMatching(/^1 of the visited pages has/) },
  ]);
});

it('wants a person to look where no link was found, and nobody where nothing is stored', () => {
  expect(judge([])).toMatchObject([{ verdict: 'review', subject: 'policy' }]);
  const scenarios = [{ scenario: 'close', outcome: 'done', policies: [] }] as const;
  expect(audit.judge(auditInput({ scenarios }))).toMatchObject([{ verdict: 'inapplicable' }]);
});

it('asks for the scenario where the scan left it out', () => {
  expect(audit.judge(auditInput({ trackers: [tracker()] }))).toMatchObject([{ verdict: 'inapplicable' }]);
});
