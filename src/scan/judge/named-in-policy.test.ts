import { expect, it } from 'vitest';
import { inventoryOf, tracker } from '../testing/audited-site.ts';
import { namedAs } from './named-in-policy.ts';

const services = [
  { id: 'matomo', name: 'Matomo', provider: 'InnoCraft', purpose: 'analytics', hosts: [], known: true },
] as const;
const named = (name: string, text: string, change = {}) =>
  namedAs(tracker({ name, ...change }), inventoryOf({ services }), text);

it.each([
  ['_ga', 'The cookie _ga counts visits.', 'tracker'],
  ['_ga', 'The cookie _gat counts visits.', 'nothing'],
  ['_ga', 'The cookies my_ga and _ga_X count visits.', 'nothing'],
  ['_pk_id.*', 'We set _pk_id.1.fff for a year.', 'tracker'],
  ['_pk_id.*', 'We set _pk_id* for a year.', 'tracker'],
  ['PHPSESSID', 'phpsessid keeps you signed in.', 'tracker'],
  ['_pk_id.*', 'We count with Matomo.', 'service'],
  ['_pk_id.*', 'InnoCraft counts for us.', 'service'],
  ['_pk_id.*', 'We bake bread.', 'nothing'],
  ['a(b', 'It says a(b here.', 'tracker'],
  ['*', 'Whatever stands here: *.', 'nothing'],
])('POL-005 finds of %s in "%s": %s', (name, text, expected) => {
  expect(named(name, text)).toBe(expected);
});

it('POL-005 takes a pixel, which has no name, for named by its host', () => {
  const pixel = { kind: 'pixel', party: 'third', host: 'px.ads.example', service: null } as const;
  expect(named('/collect', 'Ads are counted by ads.example.', pixel)).toBe('tracker');
  expect(named('/collect', 'We collect nothing.', pixel)).toBe('nothing');
});
