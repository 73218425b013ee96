/** Bids are large; what is larger is no bid. */
const MOST_CHARACTERS = 262_144;

type Tree = Readonly<Record<string, unknown>>;

const at = (tree: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node ? (node as Tree)[key] : undefined),
    tree,
  );

/** Where OpenRTB keeps consent, in version 2.6 and as an extension before, and what a request calls the same. */
const PLACES: readonly (readonly [string, ...(readonly (readonly string[])[])])[] = [
  ['gdpr', ['regs', 'gdpr'], ['regs', 'ext', 'gdpr']],
  ['gdpr_consent', ['user', 'consent'], ['user', 'ext', 'consent']],
  ['us_privacy', ['regs', 'us_privacy'], ['regs', 'ext', 'us_privacy']],
  ['gpp', ['regs', 'gpp'], ['regs', 'ext', 'gpp']],
  ['gpp_sid', ['regs', 'gpp_sid'], ['regs', 'ext', 'gpp_sid']],
];

function readBid(body: string): [string, string][] {
  let bid: unknown;
  try {
    bid = JSON.parse(body);
  } catch {
    return [];
  }
  return PLACES.flatMap(([name, ...paths]) => {
    const value = paths
      .map((path) => at(bid, ...path))
      .find((found) => found !== undefined && found !== null);
    return value === undefined ? [] : [[name, String(value)] as [string, string]];
  });
}

/** What a form or a bid for an advertisement carries that may speak of consent. */
export function readBodyParameters(body: string): readonly (readonly [string, string])[] {
  if (body.length > MOST_CHARACTERS) return [];
  if (body.startsWith('{')) return readBid(body);
  return /^[\w.%-]+=/.test(body) ? [...new URLSearchParams(body.split('\n', 1)[0])] : [];
}
