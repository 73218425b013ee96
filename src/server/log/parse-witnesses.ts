import { AvowalError } from '../../model/errors.ts';
import type { Witness } from './ask-witnesses.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';

interface WitnessLine {
  readonly key: VerifierKey;
  readonly url: string | undefined;
  readonly place: string;
}

function linesOf(text: string, file: string): readonly WitnessLine[] {
  return text.split(/\r?\n/).flatMap((line, at) => {
    const [first = '', url] = line
      .replace(/(^|\s)#.*/, '')
      .trim()
      .split(/\s+/);
    if (first === '') return [];
    const place = `${file}, line ${at + 1}`;
    const key = parseVerifierKey(first, 'witness');
    if (key) return [{ key, url, place }];
    const problem = `${place}: this is no key of a witness (name+id+key, for Ed25519 cosignatures).`;
    throw new AvowalError('USAGE', { problem });
  });
}

/** Reads the keys of witnesses, one on a line; an address behind it and what follows `#` is left alone. Throws USAGE. */
export const parseWitnessKeys = (text: string, file: string): readonly VerifierKey[] =>
  linesOf(text, file).map(({ key }) => key);

/** Reads witnesses with the address of each that takes checkpoints: `name+id+key https://…`. Throws USAGE. */
export const parseWitnesses = (text: string, file: string): readonly Witness[] =>
  linesOf(text, file).map(({ key, url = '', place }) => {
    if (/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return { key, url: url.replace(/\/$/, '') };
    const problem = `${place}: write the address that takes checkpoints behind the key of the witness.`;
    throw new AvowalError('USAGE', { problem });
  });
