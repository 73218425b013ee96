import { LOG_LIMIT } from './debug-handover.ts';
import { type Seen, type SeenRequest, type Step, timelineOf, type Verdict } from './timeline.ts';

/** One thing that must hold. */
export interface Check {
  readonly what: string;
  readonly verdict: Verdict;
  /** What was seen. */
  readonly seen: string;
}

/** Where each vendor's tags come from, for vendors whose signal is to precede them. */
const TAGS: Readonly<Record<string, RegExp>> = {
  amazon: /amazon-adsystem/,
  google: /google(tagmanager|-analytics|adservices|syndication)|doubleclick/,
  hubspot: /\.hs-|hubspot/,
  matomo: /(matomo|piwik)\.(js|php)/,
  meta: /facebook\.(net|com\/tr)/,
  'microsoft-clarity': /clarity\.ms/,
  'microsoft-uet': /bat\.bing/,
  pinterest: /pinimg|ct\.pinterest/,
  tiktok: /analytics\.tiktok/,
};

/** A parameter with which a vendor's own requests say what its tag believes, and what it says for granted and denied. */
const ECHOES: readonly (readonly [vendor: string, parameter: RegExp, kind: string])[] = [
  ['google', /[?&]gcs=G1([01])/, 'ad_storage'],
  ['google', /[?&]gcs=G1.([01])/, 'analytics_storage'],
  ['microsoft-uet', /[?&]asc=([GD])/, 'ad_storage'],
];

const check = (what: string, ok: boolean, seen: string, otherwise: Verdict = 'fail'): Check => ({
  what,
  verdict: ok ? 'pass' : otherwise,
  seen,
});

interface Told {
  readonly time: number;
  readonly command: readonly unknown[];
}

const toldTo = ({ log }: Seen, vendor: string): Told[] =>
  log
    .filter(([, kind, detail]) => kind === 'signal' && (detail as unknown[])[0] === vendor)
    .map(([time, , detail]) => ({ time, command: (detail as unknown[]).slice(1) }));

const ms = (time: number) => `${Math.round(time)} ms`;

function cameFirst(seen: Seen, vendor: string, tags: RegExp): Check {
  const what = `${vendor}: told before its first request`;
  const asked = seen.requests.filter(({ name }) => tags.test(name)).map(({ startTime }) => startTime);
  const [told] = toldTo(seen, vendor);
  if (asked.length === 0) return check(what, false, 'no request', 'inapplicable');
  const first = Math.min(...asked);
  return check(
    what,
    !!told && told.time <= first,
    `told ${told ? ms(told.time) : 'nothing'}, requested ${ms(first)}`,
  );
}

/** The entries of `dataLayer` as lists, whatever a page has made of it. */
const layerOf = ({ dataLayer }: Seen): unknown[][] =>
  Array.isArray(dataLayer)
    ? dataLayer.map((entry) => (Object(entry).length ? Array.from(entry as ArrayLike<unknown>) : [entry]))
    : [];

function* googleChecks(seen: Seen): Generator<Check> {
  const layer = layerOf(seen);
  const count = (name: string) =>
    layer.filter(([first, second]) => first === 'consent' && second === name).length;
  const begin = layer.findIndex(([first]) =>
    /^(js|config|event|gtm\.js)$/.test(String(Object(first).event ?? first)),
  );
  const place = layer.findIndex(([first, second]) => first === 'consent' && second === 'default');
  yield check(
    'google: default before any tag',
    place >= 0 && (begin < 0 || place < begin),
    place < 0 ? 'no default' : begin < 0 ? 'no tag yet' : `default ${place + 1}, tag ${begin + 1}`,
  );
  yield check('google: exactly one default', count('default') === 1, `${count('default')} in dataLayer`);
  const own = toldTo(seen, 'google').filter(({ command }) => command[1] === 'update');
  const decisions = seen.log.filter(
    ([, kind, detail]) => kind === 'choice' && (detail as unknown[])[0] !== 'start',
  );
  const updates = decisions.map(([time], i) => {
    const next = decisions[i + 1]?.[0] ?? Number.POSITIVE_INFINITY;
    return own.filter((update) => update.time >= time && update.time < next).length;
  });
  yield check(
    'google: one update for each decision',
    updates.every((number) => number === 1),
    `updates: ${updates.join(', ') || 'no decision yet'}`,
  );
  const foreign = Math.max(0, count('update') - own.length);
  yield check('google: no update by others', !foreign, `${foreign || 'none'}`, 'review');
}

/** What a vendor was last told of a kind before a request. */
const stateAt = (seen: Seen, vendor: string, kind: string, { startTime }: SeenRequest): unknown =>
  toldTo(seen, vendor)
    .filter(({ time }) => time <= startTime)
    .map(({ command }) => Object(command.at(-1))[kind])
    .findLast(Boolean);

function* echoChecks(seen: Seen): Generator<Check> {
  for (const [vendor, parameter, kind] of ECHOES) {
    const wrong: string[] = [];
    let number = 0;
    for (const request of seen.requests) {
      const said = TAGS[vendor]?.test(request.name) && parameter.exec(request.name)?.[1];
      if (!said) continue;
      number += 1;
      if (/[1G]/.test(said) !== (stateAt(seen, vendor, kind, request) === 'granted'))
        wrong.push(ms(request.startTime));
    }
    if (number > 0)
      yield check(
        `${vendor}: requests say the ${kind} it was told`,
        wrong.length === 0,
        wrong.join(', ') || `${number} requests`,
      );
  }
}

const hosts = (steps: readonly Step[]) => [...new Set(steps.map(({ who }) => who))].join(', ');

/** Everything that must hold in a page, and whether it did so far. */
export function orderChecks(seen: Seen, steps: readonly Step[] = timelineOf(seen)): Check[] {
  const requests = steps.filter(({ kind }) => kind === 'request');
  const denied = requests.filter(({ verdict }) => verdict === 'fail');
  const unknown = requests.filter(({ verdict, why }) => verdict === 'review' && why.startsWith('no service'));
  const vendors = Object.keys(seen.config.signals ?? {});
  return [
    check(
      'Nothing denied was requested',
      denied.length === 0,
      hosts(denied) || `${requests.length} requests`,
    ),
    check('Every host is known', unknown.length === 0, hosts(unknown) || 'none is unknown', 'review'),
    ...(vendors.includes('google') ? googleChecks(seen) : []),
    ...vendors.flatMap((vendor) => (TAGS[vendor] ? [cameFirst(seen, vendor, TAGS[vendor])] : [])),
    ...echoChecks(seen),
    ...(seen.log.length < LOG_LIMIT
      ? []
      : [check('The log has room', false, 'full: reload the page', 'review')]),
  ];
}
