import type { Inventory, InventoryService, ObservedTracker } from '../../model/inventory.ts';

const LONGEST = 200;
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

const scenarios = (seen: ObservedTracker['seen']) =>
  Object.entries(seen)
    .filter(([, was]) => was)
    .map(([name]) => name)
    .join(', ');

/** Where and by whom a tracker was written, in one or two sentences for the person who must judge it. */
export function describeEvidence({ evidence, seen }: ObservedTracker): string {
  const [first] = evidence;
  const seenIn = scenarios(seen) ? ` in the scenarios ${scenarios(seen)}` : '';
  if (!first) return seenIn ? `Seen${seenIn}.` : '';
  const [cause] = first.initiators;
  const line = cause?.line === undefined ? '' : `, line ${cause.line}`;
  const by = cause ? ` Written by ${short(cause.url)}${line}.` : '';
  return `Seen on ${short(first.page)}${seenIn}.${by}`;
}

/** What was asked of a service's hosts, and what caused it. */
export function describeRequests(inventory: Inventory, { id, hosts }: InventoryService): string {
  const requests = inventory.requests.filter(
    (request) => request.service === id || hosts.includes(request.host),
  );
  const [first] = requests;
  if (!first) return '';
  const types = [...new Set(requests.flatMap((request) => request.types))].join(', ');
  const [cause] = first.initiators;
  const by = cause ? ` First caused by ${short(cause.url)}.` : '';
  return `The site loads ${types || 'something'} from it, such as ${short(first.example)}.${by}`;
}
