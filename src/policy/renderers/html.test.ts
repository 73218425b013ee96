import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderPolicy } from '../render-policy.ts';
import { SEED_CONFIG, seedInput } from '../testing/seed-policy.ts';

const tags = (html: string) => html.match(/<\/?[a-z][^>]*>/g)?.map((tag) => /^<\/?\w+/.exec(tag)?.[0]);

it('has the same markup whatever a tracker, a site or a provider is called', () => {
  const page = (text: string) =>
    renderPolicy(
      seedInput({
        site: {
          ...SEED_CONFIG.site,
          name: text,
          controller: { name: text, address: text, email: 'a@b.example' },
        },
        services: [
          {
            id: 'x',
            name: text,
            purpose: 'commercial',
            provider: { name: text, privacyUrl: 'https://a.example' },
          },
        ],
        trackers: [{ name: text, description: text, host: text, kind: 'pixel', service: 'x' }],
      }),
      'html',
    );
  const plain = tags(page('plain'));
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '<',
          '>',
          '"',
          "'",
          '&',
          '/',
          'script',
          '-->',
          '</style',
          ' onload=',
          '=',
          ';',
          '{site}',
          '\n',
        ),
        { minLength: 1 },
      ),
      (parts) => {
        expect(tags(page(parts.join('')))).toEqual(plain);
      },
    ),
    { numRuns: 60 },
  );
});

it('lists five thousand entries, each once', () => {
  const trackers = Array.from({ length: 5000 }, (_, index) => ({
    name: `cookie${index}`,
    kind: 'js-cookie' as const,
    service: 'youtube',
  }));
  const html = renderPolicy(seedInput({ trackers }), 'html');
  const names = html.match(/<code>cookie\d+</g) ?? [];
  expect([names.length, new Set(names).size]).toEqual([5000, 5000]);
});

it('labels each cell for the stacked rows of a phone as its column is headed', () => {
  const html = renderPolicy(seedInput({}, 'de'), 'html');
  const heads = [...html.matchAll(/role="columnheader">([^<]*)/g)].map(([, text]) => text);
  const labels = new Set([...html.matchAll(/data-label="([^"]*)"/g)].map(([, text]) => text));
  for (const label of labels) expect(heads).toContain(label);
  expect(labels.size).toBe(6);
});

it('lets a long host name break after its dots', () => {
  const trackers = [{ name: 'id', kind: 'js-cookie' as const, service: 'youtube', host: 'a.example.net' }];
  expect(renderPolicy(seedInput({ trackers }), 'html')).toContain('<small>a.<wbr>example.<wbr>net</small>');
});

it('escapes the address of the runtime too', () => {
  const html = renderPolicy({ ...seedInput(), runtimeUrl: '/c/a.js"><script>alert(1)</script>' }, 'html');
  expect(html.match(/<script/g)).toHaveLength(2);
});
