import type { FleetSite } from '../fleet-site.ts';

const site: FleetSite = {
  about: 'checks an address as it is typed, with a library of somebody else that its own code calls',
  pages: {
    '/': `<form><label>E-mail <input type="email" name="email"></label> <button type="button">Subscribe</button></form><script src="https://widgets.unheard.test/validate.js"></script><script>validate(document.forms[0].elements.email);</script>`,
  },
  buttons: null,
  expected: [
    'review nothing-before-choice service host:widgets.unheard.test',
    'review reject-honoured scenario reject',
    'review reject-on-first-layer notice',
  ],
};

export default site;
