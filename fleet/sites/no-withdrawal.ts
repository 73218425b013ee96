import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { STATISTICS } from '../third-parties.ts';

const HOST = 'no-withdrawal.test';

const site: FleetSite = {
  about: 'takes consents and has no way to take one back',
  pages: { '/': notice({ optional: STATISTICS }) },
  scenarios: ['withdraw'],
  expected: ['review withdrawal-honoured control', `review unclassified-trackers js-cookie answer ${HOST}`],
};

export default site;
