import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostRuleWeight, matchesHostRule } from '../model/host-rule.ts';
import { matchesName } from '../model/name-pattern.ts';
import { TRACKER_KINDS } from '../model/tracker.ts';
import { identifyHost, identifyTracker, type SeenTracker } from './identify.ts';
import { services } from './services/index.ts';

const DAY = 86_400;
const SITE = 'www.kopano.com';

const firstParty = (name: string, kind: SeenTracker['kind'] = 'http-cookie') =>
  identifyTracker({ name, kind, host: SITE, party: 'first' });
const hostOf = (url: string) => identifyHost(new URL(url))?.id;

describe('the trackers of the founding page', () => {
  test.each([
    ['PHPSESSID', 'http-cookie', SITE, 'first', 'php', 'necessary', null],
    ['__cfduid', 'http-cookie', SITE, 'first', 'cloudflare', 'necessary', 30 * DAY],
    ['viewed_cookie_policy', 'js-cookie', SITE, 'first', 'webtoffee-cookie-consent', 'necessary', 365 * DAY],
    ['atlassian.xsrf.token', 'http-cookie', 'jira.kopano.io', 'third', 'atlassian-jira', 'functional', null],
    ['IDE', 'http-cookie', 'doubleclick.net', 'third', 'google-doubleclick', 'marketing', 390 * DAY],
    ['test_cookie', 'http-cookie', 'doubleclick.net', 'third', 'google-doubleclick', 'marketing', 900],
    ['NID', 'http-cookie', 'google.com', 'third', 'google-recaptcha', 'marketing', 183 * DAY],
    ['GPS', 'http-cookie', 'youtube.com', 'third', 'youtube', 'marketing', 1800],
    ['VISITOR_INFO1_LIVE', 'http-cookie', 'youtube.com', 'third', 'youtube', 'marketing', 180 * DAY],
    ['YSC', 'http-cookie', 'www.youtube.com', 'third', 'youtube', 'marketing', null],
    ['_pk_id.1.8f3c', 'js-cookie', SITE, 'first', 'matomo', 'analytics', 393 * DAY],
    ['_pk_ses.1.8f3c', 'js-cookie', SITE, 'first', 'matomo', 'analytics', 1800],
    ['bm_sz', 'http-cookie', SITE, 'first', 'akamai-bot-manager', 'functional', 4 * 3600],
    ['_abck', 'http-cookie', SITE, 'first', 'akamai-bot-manager', 'functional', 365 * DAY],
    [
      'cookielawinfo-checkbox-kopano-cookies',
      'js-cookie',
      SITE,
      'first',
      'webtoffee-cookie-consent',
      'necessary',
      365 * DAY,
    ],
    ['avowal', 'js-cookie', 'kopano.com', 'first', 'avowal', 'necessary', 183 * DAY],
  ] as const)('%s (%s on %s)', (name, kind, host, party, service, purpose, lifetime) => {
    const known = identifyTracker({ name, kind, host, party });
    expect(known?.service.id).toBe(service);
    expect(known?.declaration.purpose ?? known?.service.purpose).toBe(purpose);
    expect(known?.declaration.lifetimeSeconds).toBe(lifetime);
    expect(known?.confidence).toBeGreaterThan(0.5);
  });

  test('the pattern that the scanner folds names to is found as well as the names', () => {
    expect(firstParty('_pk_id.*', 'js-cookie')?.service.id).toBe('matomo');
  });

  test('the shop of the company is nobody else’s: a person must say what it is', () => {
    expect(firstParty('wp_kopano_shop_id')).toBeUndefined();
  });
});

describe('a tracker', () => {
  test('is a cookie whether HTTP or a script wrote it', () => {
    expect(firstParty('_ga', 'http-cookie')?.service.id).toBe('google-analytics');
    expect(firstParty('_ga', 'js-cookie')?.service.id).toBe('google-analytics');
  });

  test('in web storage is not the cookie of that name', () => {
    expect(firstParty('_ga', 'local-storage')).toBeUndefined();
    expect(firstParty('ajs_user_id', 'local-storage')?.declaration.kind).toBe('local-storage');
    expect(firstParty('ajs_user_id', 'js-cookie')?.declaration.kind).toBe('js-cookie');
  });

  test.each([
    'id',
    'uid',
    'UID',
    'sid',
    'sess',
    'session',
    'sessionid',
    'token',
    'lang',
    'user',
    'cart',
    'd',
    'm',
    'C',
    'ts',
    'mid',
    'loc',
    'player',
  ])('with the generic name %s is not identified on the site itself', (name) =>
    expect(firstParty(name)).toBeUndefined(),
  );

  test.each(['IDE', 'NID', 'GPS', 'fr', 'TDID'])(
    '%s is not identified where its declared host disagrees',
    (name) => {
      expect(firstParty(name)).toBeUndefined();
      expect(
        identifyTracker({ name, kind: 'http-cookie', host: 'youtube.com.evil.example', party: 'third' }),
      ).toBeUndefined();
      expect(
        identifyTracker({ name, kind: 'http-cookie', host: 'notyoutube.com', party: 'third' }),
      ).toBeUndefined();
    },
  );

  test('is found on another domain of its service, less surely', () => {
    const on = (host: string) =>
      identifyTracker({ name: 'VISITOR_INFO1_LIVE', kind: 'http-cookie', host, party: 'third' });
    expect(on('youtube-nocookie.com')?.service.id).toBe('youtube');
    expect(on('youtube-nocookie.com')?.confidence).toBeLessThan(on('youtube.com')?.confidence ?? 0);
  });

  test('goes to the service whose host it is on, where several use its name', () => {
    const on = (host: string) =>
      identifyTracker({ name: 'JSESSIONID', kind: 'http-cookie', host, party: 'third' })?.service.id;
    expect(on('bam.nr-data.net')).toBe('new-relic');
    expect(on('kopano.atlassian.net')).toBe('atlassian-jira');
    expect(firstParty('JSESSIONID')?.service.id).toBe('java-servlet');
  });

  test('goes to the longer of two patterns that fit', () => {
    expect(firstParty('ppms_privacy_bar_9', 'js-cookie')?.declaration.name).toBe('ppms_privacy_bar_*');
    expect(firstParty('_gat_UA-1', 'js-cookie')?.declaration.name).toBe('_gat_*');
    expect(firstParty('_ga_G1X2', 'js-cookie')?.declaration.name).toBe('_ga_*');
  });

  test('found by its whole name is surer than one found by a pattern', () => {
    expect(firstParty('_ga')?.confidence).toBe(1);
    expect(firstParty('_ga_G1X2')?.confidence).toBeLessThan(1);
  });

  test('of a first-party tool on a stranger’s host is less sure', () => {
    const onFrame = identifyTracker({
      name: '_pk_id.1.a',
      kind: 'js-cookie',
      host: 'partner.example',
      party: 'third',
    });
    expect(onFrame?.service.id).toBe('matomo');
    expect(onFrame?.confidence).toBeLessThan(firstParty('_pk_id.1.a')?.confidence ?? 0);
  });

  test('LAW-BLOCK-005: of a stranger is never necessary on the strength of its name', () => {
    for (const service of services) {
      for (const declaration of service.trackers) {
        const { name, kind, host, purpose } = declaration;
        const seen = {
          name: name.replaceAll('*', 'x'),
          kind,
          host: 'stranger.example',
          party: 'third',
        } as const;
        const known = identifyTracker(seen);
        expect(known?.declaration.purpose ?? known?.service.purpose, name).not.toBe('necessary');
        if (host || (purpose ?? service.purpose) === 'necessary')
          expect(known?.declaration).not.toBe(declaration);
      }
    }
  });

  test('is found for every declaration, in its own place', () => {
    for (const service of services) {
      for (const declaration of service.trackers) {
        const party = declaration.host ? 'third' : 'first';
        const name = declaration.name.replaceAll('*', '7a.1');
        const known = identifyTracker({
          name,
          kind: declaration.kind,
          host: declaration.host ?? SITE,
          party,
        });
        expect(known?.declaration, `${service.id} ${name}`).toBe(declaration);
      }
    }
  });

  test('pixel is named by host and path', () => {
    const pixel = (name: string) =>
      identifyTracker({ name, kind: 'pixel', host: name.replace(/\/.*/, ''), party: 'third' })?.service.id;
    expect(pixel('ad.doubleclick.net/activity')).toBe('google-doubleclick');
    expect(pixel('www.facebook.com/tr/')).toBe('meta-pixel');
    expect(pixel('region1.google-analytics.com/g/collect')).toBe('google-analytics');
    expect(pixel('stats.kopano.com/matomo.php')).toBe('matomo');
    expect(pixel('evil.example/doubleclick.net/x')).toBeUndefined();
  });
});

describe('hostile names', () => {
  test.each([
    ['markup', '<script>alert(1)</script>'],
    ['a prototype', '__proto__'],
    ['a property of every object', 'constructor'],
    ['another property', 'toString'],
    ['nothing', ''],
    ['a wildcard alone', '*'],
    ['a formula', '=HYPERLINK("http://evil.example")'],
    ['4 KB', 'x'.repeat(4096)],
    ['a path that a regular expression would choke on', `${'_pk_'.repeat(1024)}!`],
    ['lone surrogates', '\ud800\udfff\ud800'],
  ])('%s explains nothing', (_, name) => {
    for (const kind of TRACKER_KINDS) expect(firstParty(name, kind)).toBeUndefined();
    expect(identifyTracker({ name: '_ga', kind: 'js-cookie', host: name, party: 'third' })?.confidence).toBe(
      0.7,
    );
    expect(identifyHost({ hostname: name, pathname: name })).toBeUndefined();
  });

  test('4 KB of a known beginning still fit its pattern', () => {
    expect(firstParty(`_pk_id.${'a'.repeat(4089)}`, 'js-cookie')?.service.id).toBe('matomo');
  });
});

test('property: whatever is seen, what is found fits its name, kind and host', () => {
  const names = services.flatMap(({ trackers }) => trackers.map(({ name }) => name));
  const hosts = services.flatMap(({ trackers }) => trackers.map(({ host }) => host ?? SITE));
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.tuple(fc.constantFrom(...names), fc.string()).map(([known, more]) => known.replace('*', more)),
  );
  const seen = fc.record({
    name,
    kind: fc.constantFrom(...TRACKER_KINDS),
    host: fc.oneof(fc.domain(), fc.constantFrom(...hosts)),
    party: fc.constantFrom('first' as const, 'third' as const),
  });
  fc.assert(
    fc.property(seen, (tracker) => {
      const known = identifyTracker(tracker);
      if (!known) return;
      const { declaration, confidence, service } = known;
      expect(matchesName(declaration.name, tracker.name)).toBe(true);
      expect(service.trackers).toContain(declaration);
      if (declaration.host) {
        const isOnDeclaredHost = `.${tracker.host}`.endsWith(`.${declaration.host}`);
        const isOnOtherHost = identifyHost({ hostname: tracker.host, pathname: '/' }) === service;
        expect(isOnDeclaredHost || isOnOtherHost).toBe(true);
      }
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }),
  );
});

describe('a request', () => {
  test.each([
    ['https://www.youtube-nocookie.com/embed/x', 'youtube'],
    ['https://i.ytimg.com/vi/x.jpg', 'youtube'],
    ['https://www.google.com/recaptcha/api.js', 'google-recaptcha'],
    ['https://www.gstatic.com/recaptcha/releases/x.js', 'google-recaptcha'],
    ['https://www.google.com/maps/embed', 'google-maps'],
    ['https://www.google.com/gen_204', 'google'],
    ['https://www.gstatic.com/charts/loader.js', undefined],
    ['https://fonts.gstatic.com/s/inter.woff2', 'google-fonts'],
    ['https://ad.doubleclick.net/ddm/activity', 'google-doubleclick'],
    ['https://stats.g.doubleclick.net/g/collect', 'google-analytics'],
    ['https://www.googletagmanager.com/gtm.js', 'google-tag-manager'],
    ['https://www.googletagmanager.com/gtag/js', 'google-analytics'],
    ['https://www.facebook.com/tr/', 'meta-pixel'],
    ['https://www.facebook.com/plugins/post.php', 'facebook'],
    ['https://connect.facebook.net/en_US/fbevents.js', 'meta-pixel'],
    ['https://connect.facebook.net/en_US/sdk.js', 'facebook'],
    ['https://stats.kopano.com/matomo.js', 'matomo'],
    ['https://kopano.com/matomo/matomo.php', 'matomo'],
    ['https://kopano.com/piwik.js', 'matomo'],
    ['https://kopano.matomo.cloud/matomo.js', 'matomo'],
    ['https://www.kopano.com/akam/13/pixel', 'akamai-bot-manager'],
    ['https://www.kopano.com/', undefined],
    ['https://www.youtube.com./embed/x', 'youtube'],
    ['https://notyoutube.com/', undefined],
    ['https://youtube.com.evil.example/', undefined],
    ['http://127.0.0.1/', undefined],
    ['http://[::1]/', undefined],
  ])('to %s belongs to %s', (url, service) => {
    expect(hostOf(url)).toBe(service);
  });

  test('property: goes to the service that a search through all rules finds', () => {
    const rules = services.flatMap((service) => service.hosts.map((rule) => ({ rule, service })));
    const hosts = rules.map(({ rule }) => rule.replace(/\/.*/, '').replace('*', SITE));
    const paths = rules.map(({ rule }) => rule.replace(/^[^/]*/, '') || '/');
    const target = fc.record({
      hostname: fc
        .tuple(fc.constantFrom('', 'www.', 'a.b.', 'not'), fc.oneof(fc.constantFrom(...hosts), fc.domain()))
        .map(([before, host]) => before + host),
      pathname: fc
        .tuple(fc.oneof(fc.constantFrom(...paths), fc.webPath()), fc.string())
        .map((parts) => parts.join('')),
    });
    fc.assert(
      fc.property(target, (url) => {
        const weights = rules
          .filter(({ rule }) => matchesHostRule(rule, url))
          .map(({ rule }) => hostRuleWeight(rule));
        const best = rules.find(
          ({ rule }) => matchesHostRule(rule, url) && hostRuleWeight(rule) === Math.max(...weights),
        );
        expect(identifyHost(url)?.id).toBe(best?.service.id);
      }),
      { numRuns: 500 },
    );
  });
});
