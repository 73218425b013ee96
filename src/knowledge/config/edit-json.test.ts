import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editJson } from './edit-json.ts';

const TEXT = `{
    "site": { "id": "shop",   "domains": ["example.org"] },
    "trackers": [
        {"name": "_ga", "lifetimeSeconds": 60},

        {"name": "old"}
    ],
    "empty": []
}
`;

const edit = (change: (value: never) => unknown) => editJson(TEXT, change(JSON.parse(TEXT) as never));

it('leaves a text that says it already as it is, to the last space', () => {
  expect(edit((value) => value)).toBe(TEXT);
});

it('changes one value and nothing around it', () => {
  const text = edit((value: { trackers: [{ lifetimeSeconds: number }] }) => {
    value.trackers[0].lifetimeSeconds = 90;
    return value;
  });
  expect(text).toBe(TEXT.replace('60', '90'));
});

it('adds an item and a key as the others are laid out, on lines or in one line', () => {
  const text = edit((value: { trackers: object[]; site: { domains: string[] } }) => ({
    ...value,
    site: { ...value.site, domains: [...value.site.domains, 'example.com'], name: 'Shop' },
    trackers: [...value.trackers, { name: 'new', list: [1] }],
  }));
  expect(text).toBe(
    TEXT.replace(
      '"domains": ["example.org"]',
      '"domains": ["example.org", "example.com"], "name": "Shop"',
    ).replace(
      '{"name": "old"}',
      '{"name": "old"},\n        {\n            "name": "new",\n            "list": [\n                1\n            ]\n        }',
    ),
  );
});

it('fills what was empty, and writes anew only what lost something', () => {
  const text = edit((value: object) => ({ ...value, empty: ['x'], site: { id: 'shop' } }));
  expect(JSON.parse(text)).toMatchObject({ empty: ['x'], site: { id: 'shop' } });
  expect(text).toContain('        {"name": "_ga", "lifetimeSeconds": 60},\n\n');
});

it('gives text that says just what it should, whatever stood there and however it was indented', () => {
  const json = fc.jsonValue({ maxDepth: 4 });
  fc.assert(
    fc.property(json, json, fc.constantFrom(undefined, 1, 2, '\t'), (before, after, space) => {
      const text = editJson(JSON.stringify(before, null, space), after);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(after)));
    }),
  );
});

it('keeps the mark that some editors put before the text', () => {
  expect(editJson('\uFEFF{"a":1}', { a: 2 })).toBe('\uFEFF{"a":2}');
});
