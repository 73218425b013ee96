import type { FleetSite } from '../fleet-site.ts';
import { RECORDER } from '../third-parties.ts';

const site: FleetSite = {
  about: 'lets a service record what is typed into its newsletter form',
  pages: {
    '/': `<form><label>E-mail <input type="email" name="email"></label> <button type="button">Subscribe</button></form>${RECORDER}`,
  },
  buttons: null,
  expected: [
    'fail field-listeners listens-to-field email field by static.hotjar.com',
    'fail nothing-before-choice service hotjar',
    'review reject-honoured scenario reject',
    'review reject-on-first-layer notice',
  ],
};

export default site;
