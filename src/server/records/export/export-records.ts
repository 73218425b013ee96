import type { ConsentRecord } from '../../../model/consent-record.ts';
import type { ResolvedConfig } from '../../../model/resolved-config.ts';
import type { RecordStore } from '../../stores/record-store.ts';
import { CONTEXT_27560, toConsentRecord27560 } from './consent-record-27560.ts';
import { CSV_HEAD, csvRow } from './csv-row.ts';

/** Formats of an export: JSON Lines, CSV, ISO/IEC TS 27560 as JSON-LD. */
export const EXPORT_FORMATS = ['jsonl', 'csv', '27560'] as const;
/** One of {@link EXPORT_FORMATS}. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Configurations kept at once; records come in the order of time, so that few are in use. */
const MAX_CONFIGS = 20;

/** Finds the configuration that a record names. */
function configReader(store: Pick<RecordStore, 'findArtefact'>, otherwise: ResolvedConfig) {
  const known = new Map<string, ResolvedConfig>();
  return async (hash: string): Promise<ResolvedConfig> => {
    const found = known.get(hash);
    if (found) return found;
    const content = (await store.findArtefact(hash))?.content;
    const config = content === undefined ? otherwise : (JSON.parse(content) as ResolvedConfig);
    if (known.size >= MAX_CONFIGS) known.clear();
    known.set(hash, config);
    return config;
  };
}

/** What an export needs besides the records. */
export interface ExportOptions {
  readonly format: ExportFormat;
  readonly store: Pick<RecordStore, 'findArtefact'>;
  /** For records whose own configuration is missing. */
  readonly config: ResolvedConfig;
  /** Where the records are kept, in words. */
  readonly storage: string;
}

/** The text of an export, piece by piece: memory does not grow with the number of records. */
export async function* exportText(
  records: AsyncIterable<ConsentRecord>,
  { format, store, config, storage }: ExportOptions,
): AsyncGenerator<string> {
  if (format === 'csv') yield CSV_HEAD;
  if (format === '27560') yield `{"@context":${JSON.stringify(CONTEXT_27560)},"@graph":[`;
  const configOf = configReader(store, config);
  let separator = '\n';
  for await (const record of records) {
    if (format === 'jsonl') yield `${JSON.stringify(record)}\n`;
    else if (format === 'csv') yield csvRow(record);
    else {
      const facts = { config: await configOf(record.configHash), storage };
      yield `${separator}${JSON.stringify(toConsentRecord27560(record, facts))}`;
      separator = ',\n';
    }
  }
  if (format === '27560') yield '\n]}\n';
}
