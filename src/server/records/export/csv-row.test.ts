import { describe, expect, it } from 'vitest';
import { fixtureRecord } from '../../testing/fixture-submission.ts';
import { CSV_HEAD, csvCell, csvRow } from './csv-row.ts';

describe('A CSV file of records', () => {
  it('has a cell for each column of its head', () => {
    const record = fixtureRecord({ supersedes: null, gpc: true });
    const cells = Object.fromEntries(
      CSV_HEAD.trimEnd()
        .split(',')
        .map((name, n) => [name, csvRow(record).trimEnd().split(',')[n]]),
    );
    expect(cells).toMatchObject({
      id: record.id,
      purposes: 'analytics=granted; marketing=granted',
      gpc: 'true',
      supersedes: '',
      bundleHash: record.bundleHash,
    });
  });

  it.each(['=1+1', '+1', '-2+3', '@SUM(A1)', '\tx', '\rx'])('lets no cell be a formula: %j', (text) => {
    expect(csvCell(text).replace(/^"/, '')[0]).toBe("'");
  });

  it('keeps a consent id that begins with a dash out of arithmetic', () => {
    const line = csvRow(fixtureRecord({ consentId: '-1-1-1-1-1-1-1-1' }));
    expect(line).toContain(",'-1-1-1-1-1-1-1-1,");
  });

  it('quotes what would break a line or a column', () => {
    expect(csvCell('a,"b"\r\nc')).toBe('"a,""b""\r\nc"');
    expect(csvCell('plain')).toBe('plain');
  });
});
