import { expect, it } from 'vitest';
import type { Config } from '../src/model/config.ts';
import { localhostConfig } from './localhost-config.ts';

it('lets every domain and host rule match its .localhost twin too', () => {
  const config: Config = {
    site: {
      id: 'x',
      name: 'X',
      domains: ['kopano.com'],
      privacyPolicyUrl: '/privacy',
      controller: { name: 'X', email: 'x@kopano.com' },
    },
    purposes: [],
    services: [
      { id: 'captcha', purpose: 'a', hosts: ['google.com/recaptcha', '*/akam/', 'recaptcha.net'] },
      { id: 'own', purpose: 'a' },
    ],
    trackers: [],
  };
  const local = localhostConfig(config);
  expect(local.site.domains).toEqual(['kopano.com', 'kopano.com.localhost']);
  expect(local.services).toEqual([
    {
      id: 'captcha',
      purpose: 'a',
      hosts: [
        'google.com/recaptcha',
        '*/akam/',
        'recaptcha.net',
        'google.com.localhost/recaptcha',
        'recaptcha.net.localhost',
      ],
    },
    { id: 'own', purpose: 'a' },
  ]);
  expect(localhostConfig(local)).toEqual(local);
});
