import type { ConsentRecord } from '../../../model/consent-record.ts';

const listed = (answers: Readonly<Record<string, string>>) =>
  Object.entries(answers)
    .map(([id, answer]) => `${id}=${answer}`)
    .join('; ');

const COLUMNS: Readonly<Record<string, (record: ConsentRecord) => unknown>> = {
  id: ({ id }) => id,
  site: ({ site }) => site,
  consentId: ({ consentId }) => consentId,
  receivedAt: ({ receivedAt }) => receivedAt,
  validUntil: ({ validUntil }) => validUntil,
  action: ({ action }) => action,
  layer: ({ layer }) => layer,
  purposes: ({ purposes }) => listed(purposes),
  services: ({ services }) => listed(services),
  regime: ({ regime }) => regime,
  regimeReason: ({ regimeReason }) => regimeReason,
  locale: ({ locale }) => locale,
  gpc: ({ gpc }) => gpc,
  clientTime: ({ clientTime }) => clientTime,
  issuedOn: ({ issuedOn }) => issuedOn,
  supersedes: ({ supersedes }) => supersedes,
  configHash: ({ configHash }) => configHash,
  noticeHash: ({ noticeHash }) => noticeHash,
  bundleHash: ({ bundleHash }) => bundleHash,
};

/** One cell (RFC 4180) that no spreadsheet takes for a formula: a text that begins like one gets an apostrophe (OWASP, CSV injection). */
export function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const row = (cells: readonly unknown[]) => `${cells.map(csvCell).join(',')}\r\n`;

/** The first line of a CSV file of records. */
export const CSV_HEAD: string = row(Object.keys(COLUMNS));

/** The line of a record. */
export const csvRow = (record: ConsentRecord): string =>
  row(Object.values(COLUMNS).map((cellOf) => cellOf(record)));
