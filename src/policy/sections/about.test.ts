import { expect, it } from 'vitest';
import { linesOf, policyContext } from '../testing/policy-context.ts';
import about from './about.ts';

it('names the site and leads to its privacy policy', () => {
  expect(linesOf(about)[0]).toMatch(/what Kopano stores on your device/);
  expect(about.write(policyContext())[1]).toMatchObject({
    phrase: [expect.any(String), { type: 'link', text: 'privacy policy', href: '/privacy' }, '.'],
  });
});
