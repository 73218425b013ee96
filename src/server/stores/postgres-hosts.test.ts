import { describe, expect, it } from 'vitest';
import { postgresHosts, withoutPassword } from './postgres-hosts.ts';

describe('The hosts of a connection string', () => {
  it.each([
    ['postgres://u:p@db:5432/avowal', ['postgres://u:p@db:5432/avowal']],
    ['postgresql://db/avowal', ['postgresql://db/avowal']],
    [
      'postgres://u:p@one:5432,two:5433/avowal?target_session_attrs=read-write',
      ['postgres://u:p@one:5432/avowal', 'postgres://u:p@two:5433/avowal'],
    ],
    [
      'postgres://one,two/avowal?target_session_attrs=read-write&sslmode=verify-full',
      ['postgres://one/avowal?sslmode=verify-full', 'postgres://two/avowal?sslmode=verify-full'],
    ],
    [
      'postgres:///avowal?host=/run/postgresql&target_session_attrs=any',
      ['postgres:///avowal?host=/run/postgresql'],
    ],
  ])('of %s', (url, hosts) => {
    expect(postgresHosts(url)).toEqual(hosts);
  });

  it.each([
    ['postgres://u:secret@one,two/avowal', 'postgres://u@one,two/avowal'],
    ['postgres://u@one/avowal', 'postgres://u@one/avowal'],
    ['postgres:///avowal?host=/run', 'postgres:///avowal?host=/run'],
  ])('are shown without the password: %s', (url, shown) => {
    expect(withoutPassword(url)).toBe(shown);
  });
});
