import { expect, it } from 'vitest';
import type { ScenarioResult } from '../../model/inventory.ts';
import type { NoticeReading } from '../../model/notice-facts.ts';
import { auditInput, inventoryOf, request, siteConfig, tracker } from '../testing/audited-site.ts';
import { button } from '../testing/notice-button.ts';
import audit from './notice-text.ts';

const POLICY = { text: 'Cookie policy', url: 'https://www.example.org/cookies?from=notice' };
const COMPLETE =
  'Example asks for your consent to count visits with other companies. If you refuse, the site works as well. You can withdraw at any time below.';

const read = (
  notice: Partial<NoticeReading> | undefined,
  { buttons = [], ...result }: Partial<ScenarioResult> = {},
) => {
  const reading = { language: '', pageLanguage: 'en-GB', text: COMPLETE, links: [POLICY], ...notice };
  return auditInput({
    scenarios: [
      { scenario: 'accept', outcome: 'done', buttons },
      { scenario: 'close', outcome: 'done', ...(notice && { notice: reading }), ...result },
    ],
    pages: [
      ...inventoryOf().pages,
      {
        url: 'https://www.example.org/',
        scenario: 'close',
        status: 200,
        title: '',
        milliseconds: 1,
        screenshot: 'notice-close.jpg',
      },
    ],
    trackers: [tracker({ seen: { accept: true } })],
    requests: [request({ seen: { accept: true } })],
  });
};

it('LAW-L1-009 passes a notice that says it all, with its words, its links and a picture as evidence', () => {
  const [finding] = audit.judge(read({}));
  expect(finding?.verdict).toBe('pass');
  expect(finding?.evidence).toMatchObject([
    { text: `it says: ${COMPLETE}` },
    { text: 'it links "Cookie policy" to https://www.example.org/cookies' },
    {},
    { screenshot: 'notice-close.jpg' },
  ]);
});

it.each([
  ['that and where a consent can be withdrawn', { text: COMPLETE.replace(/You can withdraw.*/, '') }],
  ['what a refusal means', { text: COMPLETE.replace(/If you refuse.*?\. /, '') }],
  ['that other companies take part', { text: COMPLETE.replace(' with other companies', '') }],
  ['a link to the policy', { links: [{ text: 'Imprint', url: 'https://www.example.org/imprint' }] }],
  ['who asks', { text: COMPLETE.replace('Example asks', 'We ask'), links: [] }],
])('LAW-L1-009 wants a person to look where it may not say %s', (what, notice) => {
  expect(audit.judge(read(notice))).toMatchObject([
    { verdict: 'review', message: expect.stringContaining(what) },
  ]);
});

it('LAW-L1-009 fails a notice that says nothing at all, in a language that it knows', () => {
  const silent = { text: 'Diese Website verwendet Cookies.', links: [] };
  expect(audit.judge(read({ ...silent, language: 'de' }))).toMatchObject([{ verdict: 'fail' }]);
  expect(audit.judge(read({ ...silent, language: 'eo' }))).toMatchObject([
    { verdict: 'review', message: expect.stringContaining('"eo"') },
  ]);
});

it('takes a button that opens the policy for a link, and the settings not', () => {
  const of = (text: string) => audit.judge(read({ links: [] }, { buttons: [button({ text })] }));
  expect(of('Privacy policy')).toMatchObject([{ verdict: 'pass' }]);
  expect(of('Cookie settings')).toMatchObject([{ verdict: 'review' }]);
});

it('takes a purpose of the configuration by its own name', () => {
  const input = read({ text: COMPLETE.replace('count visits', 'Zeiterfassung') });
  const config = siteConfig({
    purposes: [{ id: 'z', name: { de: 'Zeiterfassung' }, description: 'Z.', covers: ['analytics'] }],
  });
  expect(audit.judge(input)).toMatchObject([
    { verdict: 'review', message: expect.stringContaining('what for') },
  ]);
  expect(audit.judge({ ...input, config })).toMatchObject([{ verdict: 'pass' }]);
});

it('wants a person to look where the notice could not be read, and nobody where there is none', () => {
  expect(audit.judge(read(undefined))).toMatchObject([{ verdict: 'review' }]);
  expect(audit.judge(read({ text: '' }))).toMatchObject([{ verdict: 'review' }]);
  expect(audit.judge(read(undefined, { outcome: 'no-notice' }))).toMatchObject([{ verdict: 'inapplicable' }]);
  expect(audit.judge(auditInput({}))).toMatchObject([{ verdict: 'inapplicable' }]);
});
