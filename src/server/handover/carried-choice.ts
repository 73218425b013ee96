import { compileRuntime } from '../../knowledge/config/compile-runtime.ts';
import type { StoredChoice } from '../../model/choice.ts';
import { type Question, readChoice, serializeChoice } from '../../model/choice-cookie.ts';
import type { ConsentRecord } from '../../model/consent-record.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import type { RecordStore } from '../stores/record-store.ts';

/**
 * What of an answer still counts for what is asked now, read as a browser reads its cookie: never more than was answered,
 * and never longer (LAW-STO-010). `undefined` once it has ended.
 */
export async function carriedChoice(
  source: ConsentRecord,
  question: Question,
  store: RecordStore,
  now: number,
): Promise<StoredChoice | undefined> {
  const content = (await store.findArtefact(source.configHash))?.content;
  if (!content) return undefined;
  const facts = { server: '', configHash: '', uiRevision: '' };
  const then = compileRuntime(JSON.parse(content) as ResolvedConfig, facts);
  const given: StoredChoice = {
    consentId: source.consentId,
    recordId: source.id,
    time: Date.parse(source.receivedAt),
    until: Date.parse(source.validUntil),
    purposes: source.purposes,
    services: source.services,
  };
  return readChoice(serializeChoice(given, then), question, now);
}
