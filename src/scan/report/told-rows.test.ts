import { describe, expect, it } from 'vitest';
import {
  answeredTcf,
  command,
  pageSignals,
  saysAll,
  sent,
  tagStart,
  tcString,
} from '../testing/page-signals.ts';
import { toldRows } from './told-rows.ts';

describe('toldRows', () => {
  it('tells the same on several pages and at several moments once', () => {
    const accept = {
      scenario: 'accept',
      sent: [sent({ says: saysAll('granted'), codes: { gcs: 'G111' } })],
    } as const;
    const rows = toldRows([
      pageSignals({ ...accept, moment: 'after', page: 'https://www.example.org/b' }),
      pageSignals({ ...accept, moment: 'answer' }),
      pageSignals({ ...accept, moment: 'return' }),
    ]);
    expect(rows).toEqual([
      {
        scenario: 'accept',
        moments: ['answer', 'after', 'return'],
        to: 'www.google-analytics.com',
        system: "Google's consent mode",
        granted: 'ad_personalization, ad_storage, ad_user_data, analytics_storage',
        denied: '',
        unknown: '',
        note: '',
        as: 'gcs=G111',
        pages: 2,
        initiator: expect.objectContaining({ line: 1 }),
      },
    ]);
  });

  it('keeps scenarios apart, and leaves out when a tag started', () => {
    const rows = toldRows([
      pageSignals({ commands: [command(), tagStart] }),
      pageSignals({ scenario: 'reject', moment: 'after', commands: [command({ regions: ['DE'] })] }),
    ]);
    expect(rows.map(({ scenario, to, as, note }) => [scenario, to, as, note])).toEqual([
      ['none', 'dataLayer', 'consent default', ''],
      ['reject', 'dataLayer', 'consent default', 'only in DE'],
    ]);
  });

  it('says of a TC string who made it, or why it cannot be read', () => {
    const broken = answeredTcf({ says: {}, tc: { hash: 'x', problem: 'It is broken.' } });
    const [good, bad, stub] = toldRows([
      pageSignals({
        answered: [
          answeredTcf({ tc: tcString({ vendors: 3 }) }),
          broken,
          { system: 'tcf', from: ['__tcfapi'], says: {}, status: 'stub' },
        ],
      }),
    ]);
    expect(good).toMatchObject({ denied: 'purposes 1–2', note: 'platform 300, vendor list 177, 3 vendors' });
    expect(bad?.note).toBe('It is broken.');
    expect(stub?.note).toBe('stub');
  });
});
