import { readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { matchesHostRule } from '../../model/host-rule.ts';
import { STANDARD_PURPOSES, type StandardPurpose } from '../../model/purpose.ts';
import { isCookie, TRACKER_KINDS } from '../../model/tracker.ts';
import { services } from './index.ts';

const text = {
  type: 'object',
  required: ['en', 'de'],
  additionalProperties: { type: 'string', minLength: 10, maxLength: 160, pattern: '^[A-ZÄÖÜ].*\\.$' },
};
const purpose = { enum: STANDARD_PURPOSES };
const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'name', 'provider', 'purpose', 'description', 'hosts', 'trackers'],
  properties: {
    id: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    name: { type: 'string', minLength: 1 },
    provider: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'country', 'privacyUrl'],
      properties: {
        name: { type: 'string', minLength: 1 },
        country: { type: 'string', pattern: '^([A-Z]{2})?$' },
        privacyUrl: { type: 'string', pattern: '^https://[^/]+\\.[a-z]+/' },
      },
    },
    purpose,
    justification: { type: 'string', minLength: 20 },
    description: text,
    hosts: {
      type: 'array',
      uniqueItems: true,
      items: { type: 'string', pattern: '^(\\*/[^*\\s]{4,}|[a-z0-9-]+(\\.[a-z0-9-]+)+(/[^*\\s]+)?)$' },
    },
    trackers: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'kind', 'description'],
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 60 },
          kind: { enum: TRACKER_KINDS },
          host: { type: 'string', pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$' },
          purpose,
          lifetimeSeconds: { type: ['integer', 'null'], minimum: 1 },
          description: text,
        },
      },
    },
    embed: { const: true },
    source: { type: 'string', pattern: '^https://[^/]+\\.[a-z]+/' },
  },
};

const isValid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(SCHEMA);
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Groups that the names of regions know beside countries, and what people write for GB. */
const NO_COUNTRIES = ['EU', 'EZ', 'UN', 'UK', 'ZZ'];

test('there is one file for each service, named after its id, and at least eighty', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.json'));
  expect(new Set(files)).toEqual(new Set(services.map(({ id }) => `${id}.json`)));
  expect(files).toHaveLength(services.length);
  expect(files.length).toBeGreaterThanOrEqual(80);
});

describe.each(services.map((service) => [service.id, service] as const))('%s', (_, service) => {
  test('has the shape of a service, in English and German', () => {
    isValid(service);
    expect(isValid.errors).toBeNull();
  });

  test('says in two languages what it is, not in one language twice', () => {
    for (const { description } of [service, ...service.trackers]) {
      const { en, de } = description as { en: string; de: string };
      expect(de).not.toBe(en);
    }
  });

  test('names an existing country, or none where the site runs the software on its own hosts', () => {
    const { country } = service.provider;
    if (country) {
      expect(NO_COUNTRIES).not.toContain(country);
      expect(regions.of(country)).toBeDefined();
    } else {
      expect(service.hosts.filter((rule) => !rule.startsWith('*/'))).toEqual([]);
      expect(service.trackers.filter(({ host }) => host)).toEqual([]);
    }
  });

  test('LAW-BLOCK-005: says why it needs no consent if and only if it claims so', () => {
    expect(service.justification !== undefined).toBe(service.purpose === 'necessary');
    const claims = service.trackers.filter((tracker) => tracker.purpose === 'necessary');
    if (service.purpose !== 'necessary') expect(claims).toEqual([]);
  });

  test('gives trackers only names that are its own', () => {
    for (const { name, host } of service.trackers) {
      const literal = name.replaceAll('*', '').length;
      if (!host) expect(literal, name).toBeGreaterThanOrEqual(3);
      expect(name, 'two wildcards in a row').not.toContain('**');
    }
  });

  test('gives a tracker a purpose of its own only where it asks for more than its service', () => {
    // What is requested from a host waits for every purpose that its trackers serve: a milder one would only add a condition.
    const rank = (of: StandardPurpose) => STANDARD_PURPOSES.indexOf(of);
    const milder = service.trackers.filter(
      (tracker) =>
        tracker.purpose && service.hosts.length > 0 && rank(tracker.purpose) <= rank(service.purpose),
    );
    expect(milder).toEqual([]);
  });

  test('runs without waiting where it is necessary', () => {
    if (service.purpose !== 'necessary' || service.hosts.length === 0) return;
    expect(service.trackers.filter(({ purpose }) => purpose)).toEqual([]);
  });

  test('has no host rule that another of its rules covers', () => {
    for (const rule of service.hosts) {
      const [hostname = '', ...path] = rule.split('/');
      const target = { hostname, pathname: `/${path.join('/')}` };
      expect(service.hosts.filter((other) => matchesHostRule(other, target))).toEqual([rule]);
    }
  });
});

test('no host rule belongs to two services: where two fit, one is narrower', () => {
  const rules = services.flatMap(({ hosts }) => hosts);
  expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
});

test('no tracker is declared twice for the same host', () => {
  const keys = services.flatMap(({ trackers }) =>
    trackers.map(
      ({ name, kind, host }) => `${name} on ${host ?? 'the site'} (${isCookie(kind) ? 'cookie' : kind})`,
    ),
  );
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

describe('necessary presets', () => {
  const necessary = services.filter(({ purpose }) => purpose === 'necessary');

  test('LAW-BLOCK-006: only choice, session, sign-in, cart, load balancing and security are necessary', () => {
    const grounds =
      /^(Consent choice|Session|Sign-in|Cart|Load balancing|Network security|Protection of forms)\b/;
    expect(necessary.filter(({ justification }) => !grounds.test(justification ?? ''))).toEqual([]);
  });

  test('LAW-BLOCK-006: every one names its source, but Avowal itself', () => {
    expect(necessary.filter(({ source }) => !source).map(({ id }) => id)).toEqual(['avowal']);
  });

  test('LAW-BLOCK-006: the list grows only on purpose', () => {
    const list = necessary.map(({ id, trackers }) => {
      const names = trackers.filter(({ purpose }) => purpose === undefined).map(({ name }) => name);
      return `${id}: ${names.join(' ')}`;
    });
    expect(list).toMatchInlineSnapshot(`
      [
        "asp-net: ASP.NET_SessionId .AspNetCore.Session .AspNetCore.Antiforgery.* __RequestVerificationToken* ARRAffinity ARRAffinitySameSite TiPMix x-ms-routing-name",
        "avowal: avowal avowal-pending*",
        "aws-load-balancer: AWSALB AWSALBCORS AWSALBTG AWSALBTGCORS AWSELB",
        "borlabs-cookie: borlabs-cookie",
        "c15t: c15t c15t c15t-storage-test-key",
        "cloudflare: __cfduid __cf_bm cf_clearance _cfuvid __cflb __cfruid __cfwaitingroom",
        "complianz: cmplz_*",
        "consentmanager: __cmpcc __cmpconsent* __cmpcvc* __cmpcpc*",
        "cookiebot: CookieConsent CookieConsentBulkTicket CookieConsentBulkSetting-*",
        "cookieyes: cookieyes-consent cky-consent cookieyesID",
        "didomi: didomi_token euconsent-v2",
        "django: csrftoken",
        "drupal: SSESS*",
        "express-session: connect.sid",
        "form-protection: XSRF-TOKEN _csrf csrf_token",
        "imperva: visid_incap_* incap_ses_* nlbi_*",
        "java-servlet: JSESSIONID",
        "klaro: klaro",
        "laravel: laravel_session",
        "magento: form_key private_content_version X-Magento-Vary mage-cache-sessid mage-cache-storage",
        "onetrust: OptanonConsent OptanonAlertBoxClosed eupubconsent-v2",
        "orestbida-cookieconsent: cc_cookie",
        "osano-cookieconsent: cookieconsent_status",
        "php: PHPSESSID",
        "shopify: cart_sig cart_ts cart_currency secure_customer_sig _secure_session_id checkout_token _tracking_consent _shopify_essential",
        "shopware: sw-context-token sw-states sw-cache-hash",
        "tarteaucitron: tarteaucitron",
        "typo3: fe_typo_user be_typo_user",
        "usercentrics: uc_settings uc_user_interaction uc_ui_version uc_gcm ucString ucData",
        "webtoffee-cookie-consent: viewed_cookie_policy cookielawinfo-checkbox-* CookieLawInfoConsent cli_user_preference",
        "woocommerce: woocommerce_cart_hash woocommerce_items_in_cart wp_woocommerce_session_* wc_cart_hash_* wc_fragments_* wc_cart_created",
        "wordpress: wordpress_test_cookie wordpress_logged_in_* wordpress_sec_* wp-postpass_*",
      ]
    `);
  });
});
