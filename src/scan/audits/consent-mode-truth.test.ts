import { describe, expect, it } from 'vitest';
import type { PageSignals } from '../../model/consent-signal.ts';
import type { Scenario } from '../../model/inventory.ts';
import { auditInput, inventoryOf, siteConfig } from '../testing/audited-site.ts';
import { answeredTcf, command, pageSignals, saysAll, sent, tagStart } from '../testing/page-signals.ts';
import audit from './consent-mode-truth.ts';

const verdicts = (signals: readonly PageSignals[], options: Parameters<typeof auditInput>[1] = {}) =>
  audit.judge(auditInput({ signals }, options)).map(({ verdict, subject }) => `${verdict} ${subject}`);

const later = (scenario: Scenario, change: Partial<PageSignals>) =>
  pageSignals({ scenario, moment: 'after', ...change });

const granted = sent({
  says: { ad_storage: 'granted', analytics_storage: 'denied' },
  codes: { gcs: 'G110' },
});

describe('before a choice', () => {
  it('GCM-010 passes where Google is told that everything is denied', () => {
    expect(verdicts([pageSignals({ sent: [sent()], commands: [command()] })])).toEqual([
      'pass consent signals',
    ]);
  });

  it('GCM-010 fails a code that says granted, and shows code, host, script and line', () => {
    const [finding] = audit.judge(auditInput({ signals: [pageSignals({ sent: [granted] })] }));
    expect(finding).toMatchObject({ verdict: 'fail', subject: 'none google' });
    expect(finding?.message).toContain('ad_storage');
    expect(finding?.message).not.toContain('analytics_storage');
    expect(finding?.evidence[0]?.text).toMatch(
      /^1 × to www\.google-analytics\.com: gcs=G110 → granted: ad_storage/,
    );
    expect(finding?.evidence[0]?.initiators?.[0]).toMatchObject({ line: 1 });
  });

  it('GCM-010 fails a default that grants', () => {
    expect(verdicts([pageSignals({ commands: [command({ says: saysAll('granted') })] })])).toEqual([
      'fail none google',
    ]);
  });

  it('holds a default for other places not against the site', () => {
    const elsewhere = command({ says: saysAll('granted') });
    const here = command({ regions: ['DE', 'FR'] });
    expect(verdicts([pageSignals({ commands: [elsewhere, here] })])).toEqual([
      'inapplicable consent signals',
    ]);
    expect(verdicts([pageSignals({ commands: [elsewhere, here], sent: [granted] })])).toEqual([
      'fail none google',
    ]);
  });

  it('takes a granted default for right where the law wants an opt-out', () => {
    expect(verdicts([pageSignals({ sent: [granted] })], { regime: 'us-ca' })).toEqual([
      'pass consent signals',
    ]);
  });

  it('lets storage for security be granted, and has a person look at storage for comfort', () => {
    expect(
      verdicts([
        pageSignals({ commands: [command({ says: { security_storage: 'granted', ad_storage: 'denied' } })] }),
      ]),
    ).toEqual(['pass consent signals']);
    expect(
      verdicts([pageSignals({ commands: [command({ says: { functionality_storage: 'granted' } })] })]),
    ).toEqual(['review none google']);
  });

  it('has a person look where the site calls the purpose necessary', () => {
    const config = siteConfig();
    const [needed, ...others] = config.purposes;
    const purposes = [{ ...needed, covers: ['necessary', 'analytics'] } as never, ...others];
    const statistics = sent({ says: { analytics_storage: 'granted' } });
    expect(verdicts([pageSignals({ sent: [statistics] })], { config: { ...config, purposes } })).toEqual([
      'review none google',
    ]);
  });

  it('takes an unknown letter for nothing', () => {
    expect(verdicts([pageSignals({ sent: [sent({ says: { ad_storage: 'unknown' } })] })])).toEqual([
      'pass consent signals',
    ]);
  });
});

describe('after a refusal', () => {
  it('GCM-010 VND-MSUET-001 fails each vendor that is told granted', () => {
    const microsoft = sent({
      system: 'microsoft',
      from: ['asc'],
      says: { ad_storage: 'granted' },
      host: 'bat.bing.com',
    });
    expect(verdicts([later('reject', { sent: [granted, microsoft] })])).toEqual([
      'fail reject google',
      'fail reject microsoft',
    ]);
  });

  it('GCM-010 judges by the last update of a page, not by the default before it', () => {
    const yes = command({ command: 'update', says: saysAll('granted') });
    const no = command({ command: 'update', says: saysAll('denied') });
    expect(verdicts([later('reject', { commands: [command({ says: saysAll('granted') }), no] })])).toEqual([
      'pass consent signals',
    ]);
    expect(verdicts([later('reject', { commands: [command(), no, yes] })])).toEqual(['fail reject google']);
  });

  it('GPP-009 fails a string of the United States that says not opted out, where such an opt-out can be made', () => {
    const string = sent({ system: 'us-privacy', from: ['us_privacy'], says: { sale: 'granted' } });
    expect(verdicts([later('reject', { sent: [string] })], { regime: 'us-ca' })).toEqual([
      'fail reject us-privacy',
    ]);
    expect(verdicts([later('reject', { sent: [string] })])).toEqual(['pass consent signals']);
  });

  it("VND-META-002 has a person look at Meta's option", () => {
    const option = sent({ system: 'meta', from: ['dpo'], says: { 'unlimited data use': 'granted' } });
    expect(verdicts([later('reject', { sent: [option] })], { regime: 'us-ca' })).toEqual([
      'review reject meta',
    ]);
  });
});

describe('with Global Privacy Control', () => {
  const signals = [
    pageSignals({
      scenario: 'gpc',
      sent: [granted, sent({ system: 'gpp', from: ['gpp'], says: { sale: 'granted', sharing: 'denied' } })],
    }),
  ];
  const scenarios = [...inventoryOf().scenarios, { scenario: 'gpc', outcome: 'done' } as const];
  const pages = [...inventoryOf().pages, { ...inventoryOf().pages[0], scenario: 'gpc' } as never];

  it('GPP-009 fails a GPP string that does not mirror the opt-out; what Google does with one a person must say', () => {
    const judged = audit.judge(auditInput({ signals, scenarios, pages }, { regime: 'us-ca' }));
    expect(judged.map(({ verdict, subject }) => `${verdict} ${subject}`)).toEqual([
      'review gpc google',
      'fail gpc gpp',
    ]);
  });
});

describe('with one purpose alone', () => {
  const scenario = 'only-analytics';
  const done = {
    scenarios: [{ scenario, outcome: 'done' } as const],
    pages: [{ ...inventoryOf().pages[0], scenario } as never],
  };
  const said = (says: ReturnType<typeof saysAll>, options: Parameters<typeof auditInput>[1] = {}) =>
    audit
      .judge(auditInput({ ...done, signals: [later(scenario, { sent: [sent({ says })] })] }, options))
      .map(({ verdict, subject }) => `${verdict} ${subject}`);

  it('GCM-007 GCM-010 fails advertising that is granted with statistics', () => {
    expect(said(saysAll('granted'))).toEqual(['fail only-analytics google']);
    expect(said({ ...saysAll('denied'), analytics_storage: 'granted' })).toEqual(['pass consent signals']);
  });

  it('takes both for right where the site has one purpose for both', () => {
    const config = siteConfig();
    const [needed, counting] = config.purposes;
    const both = { ...counting, covers: ['analytics', 'marketing'] } as never;
    expect(said(saysAll('granted'), { config: { ...config, purposes: [needed as never, both] } })).toEqual([
      'pass consent signals',
    ]);
  });
});

describe('after a consent', () => {
  it('GCM-010 has a person look at what is denied and never granted', () => {
    expect(verdicts([later('accept', { sent: [sent()] })])).toEqual(['review accept google']);
    expect(verdicts([later('accept', { sent: [sent(), sent({ says: saysAll('granted') })] })])).toEqual([
      'pass consent signals',
    ]);
  });
});

it('asks for no consent in a queue that no tag works off', () => {
  expect(verdicts([later('accept', { commands: [command()] })])).toEqual(['pass consent signals']);
  expect(verdicts([later('accept', { commands: [command(), tagStart] })])).toEqual(['review accept google']);
});

it('has a person look at a GPP string that nobody can read', () => {
  const broken = sent({
    system: 'gpp',
    from: ['gpp'],
    says: {},
    problem: 'It does not decode as a GPP string.',
  });
  expect(verdicts([pageSignals({ sent: [broken] })])).toEqual(['review GPP string']);
  expect(verdicts([pageSignals({ sent: [broken, sent()] })])).toEqual(['review GPP string']);
});

describe('where there is nothing to compare', () => {
  it('says that an older scan did not look', () => {
    const [finding] = audit.judge(auditInput({}));
    expect(finding).toMatchObject({ verdict: 'inapplicable', subject: 'consent signals' });
    expect(finding?.message).toContain('did not look');
  });

  it('says that nothing was said, and leaves TC strings to their own audit', () => {
    expect(verdicts([])).toEqual(['inapplicable consent signals']);
    expect(verdicts([pageSignals({ answered: [answeredTcf()] })])).toEqual(['inapplicable consent signals']);
  });

  it('compares nothing with a scenario that did not come about', () => {
    const scenarios = [{ scenario: 'reject', outcome: 'unsure' } as const];
    expect(
      audit
        .judge(auditInput({ scenarios, signals: [later('reject', { sent: [granted] })] }))
        .map(({ verdict }) => verdict),
    ).toEqual(['inapplicable']);
  });
});
