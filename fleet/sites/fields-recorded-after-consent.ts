import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { RECORDER } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'fields-recorded-after-consent.test';

const site: FleetSite = {
  about: 'lets a service record what is typed into its newsletter form after a yes',
  pages: {
    '/': `<form><label>E-mail <input type="email" name="email"></label> <button type="button">Subscribe</button></form>${notice({ optional: RECORDER })}`,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  expected: [`review unclassified-trackers js-cookie answer ${HOST}`],
};

export default site;
