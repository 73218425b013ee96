import { GTAG } from '../consent-tag.ts';
import type { FleetSite } from '../fleet-site.ts';

const site: FleetSite = {
  about: 'has no notice, loads nothing, and tells whoever asks that everything is granted',
  pages: { '/': `<script>${GTAG} gtag('consent', 'default', kinds('granted'));</script><p>Welcome.</p>` },
  buttons: null,
  expected: ['fail consent-mode-truth none google'],
};

export default site;
