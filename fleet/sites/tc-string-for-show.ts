import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { tcfApi } from '../tc-strings.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'tc-string-for-show.test';

const site: FleetSite = {
  about: 'has a TC string that consents to everything before a choice and after a refusal',
  pages: { '/': tcfApi("() => 'yes'") + notice({ optional: '<p>Thank you.</p>' }) },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [
    'fail tc-string-valid TC string before the choice',
    'fail tc-string-valid TC string after the refusal',
    `review unclassified-trackers js-cookie answer ${HOST}`,
  ],
};

export default site;
