import type { FleetAnswer } from './fleet-site.ts';
import { notice } from './notice.ts';
import { ANSWER, COMPLETE_TEXT, cookiePolicy, FOOTER, GA } from './policy.ts';
import { STATISTICS } from './third-parties.ts';

/** What a site consists of whose notice is made by the script of another company. */
export interface CompanyNotice {
  readonly pages: Readonly<Record<string, string>>;
  readonly elsewhere: Readonly<Record<string, FleetAnswer>>;
}

/** Such a site: the company's script is so many bytes larger than it must be, and runs `onAnswer` with each answer. */
export function companyNotice(company: string, bytes: number, onAnswer: string): CompanyNotice {
  const markup = notice({
    text: COMPLETE_TEXT,
    optional: STATISTICS,
    forgets: { onAnswer, isForgotten: 'false' },
  });
  const body = `const partners = '${'partner '.repeat(bytes / 8)}';
document.body.append(document.createRange().createContextualFragment(${JSON.stringify(markup)}));`;
  return {
    pages: {
      '/': `${FOOTER}<p>${COMPLETE_TEXT.repeat(3)}</p><script src="https://${company}/notice.js"></script>`,
      '/cookies': cookiePolicy([ANSWER, GA]) + FOOTER,
    },
    elsewhere: { [`${company}/notice.js`]: { type: 'text/javascript', body } },
  };
}
