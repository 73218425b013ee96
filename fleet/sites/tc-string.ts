import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { tcfApi } from '../tc-strings.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'tc-string.test';

const site: FleetSite = {
  about: 'has a TC string in good order that says what the visitor answered',
  pages: { '/': tcfApi('(answer) => answer') + notice({ optional: '<p>Thank you.</p>' }) },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [`review unclassified-trackers js-cookie answer ${HOST}`],
};

export default site;
