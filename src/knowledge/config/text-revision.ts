import type { ConfigPurpose } from '../../model/config.ts';
import { localize } from '../../model/localized-text.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { shortHash } from './short-hash.ts';

/** Letters and digits alone: capitals, spaces and punctuation change no meaning. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * The version of a purpose's words: `revision` of the configuration where it stands, else a hash of name and description
 * in the site's first language. The other languages are translations of it. Written into the configuration, the hash lets
 * a spelling be mended without asking again.
 */
export const textRevision = (
  { name, description, revision }: ConfigPurpose,
  { locales }: Pick<ResolvedConfig, 'locales'>,
): string =>
  revision ??
  shortHash([name, description].map((text) => plain(localize(text, locales[0] ?? 'en'))).join('\n'), 5);
