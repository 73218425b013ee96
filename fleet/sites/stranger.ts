import type { FleetSite } from '../fleet-site.ts';

const site: FleetSite = {
  about: 'loads a script of somebody whom nobody knows',
  pages: { '/': '<script src="https://widgets.unheard.test/widget.js"></script>' },
  buttons: null,
  expected: [
    'review nothing-before-choice service host:widgets.unheard.test',
    'review reject-honoured scenario reject',
    'review reject-on-first-layer notice',
  ],
};

export default site;
