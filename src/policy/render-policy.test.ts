import { describe, expect, it } from 'vitest';
import { type PolicyFormat, renderPolicy } from './render-policy.ts';
import { SEED_ROWS, seedInput } from './testing/seed-policy.ts';

const FORMATS: readonly PolicyFormat[] = ['html', 'md', 'json'];

/** The part of a page or of Markdown that stands under a category's heading. */
const partUnder = (text: string, heading: RegExp) =>
  text.slice(text.search(heading)).split(/\n(?:<h3>|### |<\/section>|## )/)[0] ?? '';

describe('The founding table', () => {
  it.each(Object.keys(SEED_ROWS))(
    'POL-005: every row of "%s" stands under it, in every format',
    (category) => {
      const names = SEED_ROWS[category]?.map(({ name }) => name) ?? [];
      const html = partUnder(renderPolicy(seedInput(), 'html'), new RegExp(`<h3>${category} <`));
      const markdown = partUnder(renderPolicy(seedInput(), 'md'), new RegExp(`### ${category} \\(`));
      const json = JSON.parse(renderPolicy(seedInput(), 'json'));
      const purpose = json.purposes.find((candidate: { name: string }) => candidate.name === category);
      for (const name of names) {
        expect(html).toContain(`<code>${name}</code>`);
        expect(markdown).toContain(`\`${name}\``);
        expect(JSON.stringify(purpose)).toContain(`"name":"${name}"`);
      }
      expect(html.match(/role="rowheader"/g)).toHaveLength(names.length + (category === 'Necessary' ? 2 : 0));
    },
  );

  it('keeps a tracker under its own purpose when its service has another', () => {
    const { purposes } = JSON.parse(renderPolicy(seedInput(), 'json'));
    const names = (index: number) =>
      purposes[index].services
        .find(({ id }: { id: string }) => id === 'google-doubleclick')
        .trackers.map(({ name }: { name: string }) => name);
    expect([names(2), names(3)]).toEqual([['IDE'], ['test_cookie']]);
  });
});

describe('The whole policy', () => {
  it('has the same sections in every format and in the same order', () => {
    const html = [...renderPolicy(seedInput(), 'html').matchAll(/<h2 id="[^"]*">([^<]*)/g)].map(
      ([, title]) => title,
    );
    const markdown = [...renderPolicy(seedInput(), 'md').matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    const json = JSON.parse(renderPolicy(seedInput(), 'json')).sections.map(
      ({ title }: { title: string }) => title,
    );
    expect(html).toHaveLength(10);
    expect([markdown, json]).toEqual([html, html]);
  });

  it.each(FORMATS)('fills every placeholder, in %s', (format) => {
    for (const locale of ['en', 'de'])
      expect(renderPolicy(seedInput({}, locale), format)).not.toMatch(/\{[a-z]+\}|undefined|\[object/);
  });

  it('LAW-L1-013: speaks the asked language throughout, and the next best where it has no texts', () => {
    const german = renderPolicy(seedInput({}, 'de-AT'), 'html');
    expect(german).toContain('<html lang="de" dir="ltr">');
    expect(german).toContain('<h3>Notwendig <');
    expect(german).toContain('Vereinigte Staaten, außerhalb des EWR');
    expect(german).not.toMatch(/Privacy (?!Control)|cookie policy|calendar/);
    expect(renderPolicy(seedInput({}, 'tlh'), 'html')).toContain('<html lang="en"');
  });

  it.each(FORMATS)('POL-007: carries the date and the version of the notice, in %s', (format) => {
    const text = renderPolicy(seedInput(), format);
    expect(text).toContain('0123456789ab');
    expect(text).toContain(format === 'json' ? '2026-11-23T10:00:00.000Z' : 'November 23, 2026');
  });

  it('POL-006: has a live control to change the choice and one to withdraw, behind the first script of the page', () => {
    const html = renderPolicy(seedInput(), 'html');
    expect(html).toContain('data-avowal-action="open"');
    expect(html).toContain('data-avowal-action="withdraw"');
    const [first] = html.match(/<(?:script|style|link)[^>]*>/) ?? [];
    expect(first).toBe('<script src="https://consent.kopano.com/c/kopano.js">');
  });
});

describe('Hostile names', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '</style><img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    'a | b `c` | [x](javascript:alert(1))',
    'line\nbreak\r\n# heading\n\n<script>',
    '\\| \\` ![i](http://evil.example/p.gif)',
    `${'x'.repeat(4096)}|`,
    '{controller} $& {domains}',
    'flipped\u202egnp.exe',
    '\u0000\u001b[31m',
  ];
  const input = seedInput({
    trackers: HOSTILE.map((name) => ({
      name,
      kind: 'js-cookie',
      purpose: 'commercial',
      host: name,
      description: name,
    })),
  });

  it('POL-005: are all there and none is markup in the page', () => {
    const html = renderPolicy(input, 'html');
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toMatch(/<(?:img|svg)|(?!\n)\p{Cc}|\u202e/u);
    const rows = partUnder(html, /<h3>Commercial </).match(/role="rowheader"/g);
    expect(rows).toHaveLength(HOSTILE.length);
  });

  it('are one row each in Markdown, with all its cells and no markup', () => {
    const part = partUnder(renderPolicy(input, 'md'), /### Commercial/);
    const rows = part
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2);
    expect(rows).toHaveLength(HOSTILE.length);
    // Outside references and code there is no bar but those between the cells.
    for (const row of rows) expect(row.match(/\|/g)).toHaveLength(6);
    expect(part).not.toMatch(/<|!\[|(?<!\\)\]\((?:j|http:\/\/evil)/);
  });

  it('are whole in the JSON, which can stand in a page', () => {
    const json = renderPolicy(input, 'json');
    expect(json).not.toContain('<');
    const names = JSON.parse(json).purposes[2].trackers.map(({ name }: { name: string }) => name);
    expect(names).toEqual(HOSTILE);
  });

  it('do not stretch page or Markdown to their whole length', () => {
    for (const format of ['html', 'md'] as const)
      expect(renderPolicy(input, format).match(/x{300,}/g) ?? []).toHaveLength(1);
  });

  it('an address that a reader must not be sent to is no link', () => {
    const services = [
      {
        id: 'odd',
        name: 'Odd',
        purpose: 'commercial',
        provider: { name: 'Odd', privacyUrl: 'javascript:alert(1)' },
      },
    ];
    for (const format of ['html', 'md'] as const) {
      const text = renderPolicy(seedInput({ services, trackers: [] }), format);
      expect(text).toContain('Odd');
      expect(text).not.toContain('javascript:');
    }
  });
});
