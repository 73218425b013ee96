import type { Config } from '../../../../src/model/config.ts';
import { PURPOSES, SERVICES } from '../tool.ts';

const COVERS = { media: 'functional', stats: 'analytics', ads: 'marketing' } as const;

/** The bench page's configuration of Avowal; `hosts`: what each service's code calls. */
export const avowalConfig = (hosts: Readonly<Record<(typeof SERVICES)[number], string[]>>): Config => ({
  site: {
    id: 'magazine',
    name: 'Magazine',
    domains: ['magazine.test'],
    privacyPolicyUrl: 'https://www.magazine.test/privacy',
    controller: { name: 'Magazine Ltd', email: 'privacy@magazine.test' },
  },
  purposes: [
    { id: 'necessary', ...PURPOSES.necessary, required: true, justification: 'Asked for by the visitor.' },
    ...SERVICES.map((id) => ({ id: `p-${id}`, ...PURPOSES[id], covers: [COVERS[id]] })),
  ],
  services: SERVICES.map((id) => ({
    id,
    name: `${PURPOSES[id].name} Service`,
    provider: { name: 'Example Ltd', country: 'DE', privacyUrl: 'https://example.test/privacy' },
    purpose: `p-${id}`,
    hosts: hosts[id],
    description: PURPOSES[id].description,
  })),
  trackers: SERVICES.map((id) => ({
    name: `_${id}`,
    kind: id === 'media' ? ('local-storage' as const) : ('js-cookie' as const),
    party: 'first' as const,
    service: id,
    lifetimeSeconds: 86_400,
    description: 'Recognises the browser.',
  })),
  locales: ['en'],
  // No service of the page is Google's.
  signals: { google: false },
});
