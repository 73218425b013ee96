#!/usr/bin/env node
// Checks a receipt of Avowal without Avowal, and without any package: node verify.mjs receipt.json [keys.txt]
// keys.txt: what https://<server>/api/v1/log/keys says, got from the site and not from whoever handed you the receipt.
//
// A receipt holds a record, a nonce, a proof and a checkpoint. The record and the nonce are hashed; the proof's hashes lead
// from there to the root of a tree over all records of the server (RFC 6962); the checkpoint names that root and is signed.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** JSON in one form only (RFC 8785): members in order of their names, no white space. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** Hash of a leaf (RFC 6962, section 2.1). */
export const leafHash = (data) => sha256(Buffer.of(0), data);

/** The root that a proof leads to; the definition of PATH in RFC 6962, section 2.1.1, read backwards. */
export function rootOf(index, size, leaf, path) {
  if (!(index >= 0 && index < size)) throw new Error('The record would stand outside the tree.');
  if (size === 1) {
    if (path.length > 0) throw new Error('The proof is too long.');
    return leaf;
  }
  if (path.length === 0) throw new Error('The proof is too short.');
  let left = 1;
  while (left * 2 < size) left *= 2;
  const [rest, other] = [path.slice(0, -1), path[path.length - 1]];
  return index < left
    ? sha256(Buffer.of(1), rootOf(index, left, leaf, rest), other)
    : sha256(Buffer.of(1), other, rootOf(index - left, size - left, leaf, rest));
}

/** A line "name+id+base64" of a public key (C2SP signed-note). */
export function readKey(line) {
  const [, name, id, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line) ?? [];
  const bytes = Buffer.from(base64 ?? '', 'base64');
  if (bytes.length !== 33 || bytes[0] !== 1) throw new Error(`This is no key of a log: ${line}`);
  if (sha256(`${name}\n`, bytes).toString('hex', 0, 4) !== id)
    throw new Error(`This key does not fit its id: ${line}`);
  return { name, id, x: bytes.toString('base64url', 1) };
}

/** Takes a checkpoint apart (C2SP tlog-checkpoint); `signed` tells whether one of the keys signed it. */
export function readCheckpoint(note, keys) {
  const end = note.lastIndexOf('\n\n') + 1;
  const text = note.slice(0, end);
  const [origin, size, root] = text.split('\n');
  const signed = note
    .slice(end + 1)
    .split('\n')
    .some((line) => {
      const [, name, base64] = /^— (\S+) (\S+)$/.exec(line) ?? [];
      const signature = Buffer.from(base64 ?? '', 'base64');
      const key = keys.find((known) => known.name === name && known.id === signature.toString('hex', 0, 4));
      if (!key) return false;
      const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.x }, format: 'jwk' });
      return verify(null, Buffer.from(text), publicKey, signature.subarray(4));
    });
  if (!/^\d+$/.test(size ?? '')) throw new Error('The checkpoint cannot be read.');
  return { origin, size: Number(size), root: Buffer.from(root, 'base64'), signed };
}

/** Throws where the receipt is not what it says; returns where its record stands otherwise. */
export function verifyReceipt({ record, proof }, keys) {
  const { origin, size, root, signed } = readCheckpoint(proof.checkpoint, keys);
  if (!signed) throw new Error('The checkpoint is not signed with any of the keys.');
  const leaf = leafHash(canonical({ nonce: proof.nonce, record }));
  const path = proof.hashes.map((hash) => Buffer.from(hash, 'base64'));
  if (!rootOf(proof.leafIndex, size, leaf, path).equals(root)) {
    throw new Error('The record is not what the checkpoint covers: it was changed, or the proof was.');
  }
  return { origin, size, place: proof.leafIndex + 1 };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [receiptFile, keysFile] = process.argv.slice(2);
  try {
    if (receiptFile === undefined) throw new Error('Usage: node verify.mjs receipt.json [keys.txt]');
    const receipt = JSON.parse(readFileSync(receiptFile, 'utf8'));
    const lines =
      keysFile === undefined ? receipt.proof.keys : readFileSync(keysFile, 'utf8').trim().split(/\r?\n/);
    const { origin, size, place } = verifyReceipt(receipt, lines.map(readKey));
    console.log(`Proven: this record is, unchanged, number ${place} of the ${size} records of ${origin}.`);
    console.log(JSON.stringify(receipt.record, null, 2));
    if (keysFile === undefined) {
      console.log(
        'Not proven: whose log it is. The key is the one in the receipt itself; give keys.txt from the site.',
      );
    }
    console.log(
      'Not proven: that the server’s clock was right, who the visitor was, what stood on the screen.',
    );
  } catch (error) {
    console.log(`NOT proven. ${error.message}`);
    process.exitCode = 1;
  }
}
