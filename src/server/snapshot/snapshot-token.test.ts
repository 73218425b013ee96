import { describe, expect, it } from 'vitest';
import { createSnapshotReader, issueSnapshot } from './snapshot-token.ts';

const SECRET = 'a secret of this server that nobody knows';
const snapshot = {
  site: 'shop',
  configHash: 'a'.repeat(64),
  uiRevision: '0123456789ab',
  issuedOn: '2026-11-24',
};
const token = issueSnapshot(snapshot, SECRET);
const read = createSnapshotReader(SECRET);

describe('A snapshot token', () => {
  it('PRF-004: says which texts and bundle were issued with a configuration, and when', () => {
    for (let time = 0; time < 2; time++) expect(read(token, snapshot)).toEqual(snapshot);
    expect(token).toMatch(/^2026-11-24\.0123456789ab\.[\w-]{22}$/);
  });

  it('is the same for everybody on that day, so that a script can be cached', () => {
    expect(issueSnapshot({ ...snapshot }, SECRET)).toBe(token);
    expect(issueSnapshot({ ...snapshot, issuedOn: '2026-11-25' }, SECRET)).not.toBe(token);
  });

  const [day = '', revision = '', signature = ''] = token.split('.');
  it.each([
    ['another day', `2026-11-25.${revision}.${signature}`, snapshot],
    ['other texts', `${day}.ffffffffffff.${signature}`, snapshot],
    ['another site', token, { ...snapshot, site: 'other' }],
    ['another configuration', token, { ...snapshot, configHash: 'b'.repeat(64) }],
    ['no signature', `${day}.${revision}.`, snapshot],
    ['a shorter signature', token.slice(0, -4), snapshot],
    ['something after it', `${token}.x`, snapshot],
    ['nothing', '', snapshot],
  ])('is refused with %s', (_, given, facts) => {
    read(token, snapshot);
    for (let time = 0; time < 2; time++)
      expect(() => read(given, facts)).toThrow(expect.objectContaining({ code: 'snapshot-forged' }));
  });

  it('of another server is refused', () => {
    expect(() => read(issueSnapshot(snapshot, 'another secret'), snapshot)).toThrow(
      expect.objectContaining({ code: 'snapshot-forged' }),
    );
  });
});
