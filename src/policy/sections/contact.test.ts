import { expect, it } from 'vitest';
import { linesOf, policyContext } from '../testing/policy-context.ts';
import { SEED_CONFIG } from '../testing/seed-policy.ts';
import contact from './contact.ts';

it('names the controller with every way to reach it', () => {
  expect(linesOf(contact).slice(1)).toEqual([
    'Controller: Kopano Ltd',
    'Address: 12 Example Way',
    'E-mail: privacy@kopano.example',
    'Privacy policy: /privacy',
  ]);
});

it.each([
  ['dpo@kopano.example', 'mailto:dpo@kopano.example'],
  ['https://kopano.com/ask', 'https://kopano.com/ask'],
])('links the address for questions: %s', (address, href) => {
  const context = policyContext({ site: { ...SEED_CONFIG.site, contact: address } });
  expect(JSON.stringify(contact.write(context))).toContain(`"href":"${href}"`);
});
