import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { hashLeaf } from './merkle-hash.ts';
import { parseNote, type Signer, signersOf, signNote } from './signed-note.ts';
import { formatVerifierKey, makeVerifierKey, parseVerifierKey } from './verifier-key.ts';

// The example of Go's package golang.org/x/mod/sumdb/note, whose format C2SP signed-note describes.
const GO_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const GO_TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const GO_NOTE = `${GO_TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

function newSigner(name: string): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return { privateKey, verifierKey: makeVerifierKey(name, Buffer.from(x, 'base64url')) };
}

describe('A signed note', () => {
  it('PRF-009: of Go’s own example is read, and its key too', () => {
    const key = parseVerifierKey(GO_KEY);
    const note = parseNote(GO_NOTE);
    expect(key && formatVerifierKey(key)).toBe(GO_KEY);
    expect(note?.text).toBe(GO_TEXT);
    expect(key && note && signersOf(note, [key])).toEqual([key]);
  });

  it('names whoever signed it and is known, and passes over who is not', () => {
    const [one, two, stranger] = [
      newSigner('log.example/a'),
      newSigner('log.example/a'),
      newSigner('witness'),
    ];
    const note = parseNote(signNote('text\n\nwith an empty line\n', [one, stranger, two]));
    expect(note?.text).toBe('text\n\nwith an empty line\n');
    const known = [one.verifierKey, two.verifierKey];
    expect(note && signersOf(note, known)).toEqual(known);
    expect(note && signersOf(note, [newSigner('log.example/a').verifierKey])).toEqual([]);
  });

  it('PRF-009: is worth nothing when any character of its text is another', () => {
    const signer = newSigner('log');
    const signed = signNote('log\n12\nabc\n', [signer]);
    fc.assert(
      fc.property(fc.nat({ max: 9 }), fc.constantFrom('x', '0', 'Z'), (at, character) => {
        const forged = signed.slice(0, at) + character + signed.slice(at + 1);
        const note = parseNote(forged);
        if (forged !== signed && note) expect(signersOf(note, [signer.verifierKey])).toEqual([]);
      }),
    );
  });

  it('with one bad signature by a known key is worth nothing, whatever else stands on it', () => {
    const [one, two] = [newSigner('log'), newSigner('log')];
    const bad = signNote('other\n', [two]).split('\n\n')[1];
    const note = parseNote(`${signNote('text\n', [one])}${bad}`);
    expect(note?.signatures).toHaveLength(2);
    expect(note && signersOf(note, [one.verifierKey, two.verifierKey])).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['no signature', 'text\n'],
    ['an empty signature', 'text\n\n'],
    ['no newline at the end', GO_NOTE.slice(0, -1)],
    ['another dash', GO_NOTE.replace('—', '-')],
    ['a control character', GO_NOTE.replace('you', 'y\u0007u')],
    ['a carriage return', GO_NOTE.replace('\n', '\r\n')],
    ['a signature that is no base64', 'text\n\n— name !!!!\n'],
    ['a signature of no bytes', 'text\n\n— name AAAA\n'],
    ['a text without an end', `${'x'.repeat(200_000)}\n\n— name AAAAAAAA\n`],
  ])('%s is no note', (_, text) => {
    expect(parseNote(text)).toBeUndefined();
  });

  it.each([
    ['a hash of another key', GO_KEY.replace('c74f20a3', 'c74f20a4')],
    ['another kind of key', 'PeterNeumann+c74f20a3+AhpcmQcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['a key cut off', GO_KEY.slice(0, -4)],
    ['a name with a space', `a ${GO_KEY}`],
    ['nothing', ''],
  ])('%s is no verifier key', (_, line) => {
    expect(parseVerifierKey(line)).toBeUndefined();
  });

  it('holds whatever name and text it is given', () => {
    const signer = newSigner('x');
    const privateKey = createPrivateKey(signer.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    fc.assert(
      fc.property(
        fc.stringMatching(/^[!-*,-~]{1,40}$/),
        fc.stringMatching(/^[ -~\n]{0,80}$/),
        (name, text) => {
          const verifierKey = makeVerifierKey(name, signer.verifierKey.publicKey);
          const note = parseNote(signNote(`${text}\n`, [{ privateKey, verifierKey }]));
          expect(note?.text).toBe(`${text}\n`);
          expect(note && signersOf(note, [verifierKey])).toEqual([verifierKey]);
          expect(parseVerifierKey(formatVerifierKey(verifierKey))).toEqual(verifierKey);
        },
      ),
    );
  });
});

describe('A checkpoint', () => {
  const example = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';

  it('is read and written as in the example of C2SP tlog-checkpoint', () => {
    const checkpoint = parseCheckpoint(example);
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(checkpoint && formatCheckpoint(checkpoint)).toBe(example);
    expect(parseCheckpoint(`${example}an extension\n`)).toEqual(checkpoint);
  });

  it('of any log comes back as it was', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.string(), (size, seed) => {
        const checkpoint = { origin: 'log', size, root: hashLeaf(seed) };
        expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
      }),
    );
  });

  it.each([
    ['a size with a leading zero', example.replace('\n2', '\n02')],
    ['a negative size', example.replace('\n2', '\n-2')],
    ['a size beyond all logs', example.replace('20852163', '9999999999999999')],
    ['no origin', example.replace('example.com/behind-the-sofa', '')],
    ['a root too short', example.replace('CsUY', '')],
    ['a root with another spelling', example.replace('q2I=', 'q2J=')],
    ['an empty extension', `${example}\n`],
    ['two lines', 'log\n1\n'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(parseCheckpoint(text)).toBeUndefined();
  });
});
