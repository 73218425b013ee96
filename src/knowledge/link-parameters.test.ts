import { expect, it } from 'vitest';
import { PARAMETER_SERVICES, serviceOfParameter } from './link-parameters.ts';
import { services } from './services/index.ts';

it('names the service whose identifier a parameter carries', () => {
  expect(serviceOfParameter('gclid')?.id).toBe('google-ads');
  expect(serviceOfParameter('_gl')?.id).toBe('google-analytics');
  expect(serviceOfParameter('fbclid')?.id).toBe('meta-pixel');
});

it.each(['q', 'page', 'utm_source', 'id', 'ga', 'constructor', ''])('knows nothing of %j', (name) => {
  expect(serviceOfParameter(name)).toBeUndefined();
});

it('speaks of services that knowledge has, none of which is necessary', () => {
  for (const id of PARAMETER_SERVICES) {
    const service = services.find((one) => one.id === id);
    expect(service, id).toBeDefined();
    expect(service?.purpose, id).not.toBe('necessary');
  }
});
