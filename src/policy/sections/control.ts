import { fillText } from '../../knowledge/fill-text.ts';
import { findRegime } from '../../knowledge/find-regime.ts';
import { fillPhrase, heading, link, type Phrase, paragraph } from '../policy-document.ts';
import type { PolicySection } from '../policy-section.ts';

const BROWSERS = [
  ['Chrome', 'https://support.google.com/chrome/answer/95647'],
  ['Firefox', 'https://support.mozilla.org/kb/clear-cookies-and-site-data-firefox'],
  ['Safari', 'https://support.apple.com/guide/safari/manage-cookies-sfri11471/mac'],
  [
    'Edge',
    'https://support.microsoft.com/windows/manage-cookies-in-microsoft-edge-view-allow-block-delete-and-use-168dab11-0753-043d-7c16-ede5947fc64d',
  ],
  ['Brave', 'https://support.brave.com/hc/en-us/articles/360022806212-How-do-I-use-Shields-while-browsing'],
  ['allaboutcookies.org', 'https://allaboutcookies.org/'],
] as const;

/** Links to the site. */
const linksTo = (domains: readonly string[]): Phrase =>
  domains.flatMap((domain) => [', ', link(domain, `https://${domain}/`)]).slice(1);

const section: PolicySection = {
  id: 'control',
  order: 60,
  title: ({ control }) => control.title,
  write({ input: { config }, texts: { control }, notice }) {
    return [
      paragraph(control.lead),
      {
        type: 'controls',
        buttons: [
          { action: 'open', label: notice.open },
          { action: 'withdraw', label: notice.withdraw },
        ],
        elsewhere: control.elsewhere,
        onSite: fillPhrase(control.onSite, { domains: linksTo(config.site.domains) }),
        domains: config.site.domains,
        withoutScript: control.withoutScript,
      },
      paragraph(config.reopen === 'tab' ? fillText(control.tab, { label: notice.open }) : control.ownLink),
      ...(findRegime(config.regime).gpc === 'deny' ? [paragraph(control.gpc)] : []),
      heading(3, control.withdrawTitle),
      paragraph(control.withdrawOwn),
      paragraph(control.withdrawOthers),
      paragraph(control.withdrawPast),
      heading(3, control.browserTitle),
      paragraph(control.browserBody),
      { type: 'list', items: BROWSERS.map(([name, href]) => [link(name, href)]) },
    ];
  },
};

export default section;
