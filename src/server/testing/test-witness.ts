import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { Witness } from '../log/ask-witnesses.ts';
import { type Checkpoint, parseCheckpoint } from '../log/checkpoint.ts';
import { parseNote, signersOf } from '../log/signed-note.ts';
import { makeVerifierKey, type VerifierKey } from '../log/verifier-key.ts';
import { isConsistent } from '../log/verify-consistency.ts';

/** A witness as C2SP tlog-witness describes it, for one log, that ends with the test. */
export interface TestWitness extends Witness {
  /** Status of each answer so far. */
  readonly answers: readonly number[];
  /** Answers this in the place of its own word. */
  forced: { status: number; body: string } | undefined;
}

/** Starts a witness that knows the keys of a log. */
export async function startWitness(name: string, logKeys: readonly VerifierKey[]): Promise<TestWitness> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const key = makeVerifierKey(name, raw, 'witness');
  let seen: Checkpoint | undefined;

  function judge(body: string): [status: number, body: string] {
    const end = body.indexOf('\n\n');
    const [first = '', ...proof] = body.slice(0, end).split('\n');
    const note = parseNote(body.slice(end + 2));
    const checkpoint = note && parseCheckpoint(note.text);
    const old = Number(/^old (0|[1-9]\d*)$/.exec(first)?.[1] ?? Number.NaN);
    if (!note || !checkpoint || !(old <= checkpoint.size)) return [400, 'not what the specification says\n'];
    if (checkpoint.origin !== logKeys[0]?.name) return [404, 'an unknown log\n'];
    if (signersOf(note, logKeys).length === 0) return [403, 'not signed by its key\n'];
    if (old !== (seen?.size ?? 0)) return [409, `${seen?.size ?? 0}\n`];
    if (old === checkpoint.size && seen && Buffer.compare(seen.root, checkpoint.root) !== 0)
      return [409, 'no\n'];
    const hashes = proof.map((line) => Buffer.from(line, 'base64'));
    if (!isConsistent(seen ?? { size: 0, root: Buffer.of() }, checkpoint, hashes)) return [422, 'no proof\n'];
    seen = checkpoint;
    const time = Math.floor(Date.now() / 1000);
    const stamp = Buffer.alloc(8);
    stamp.writeBigUInt64BE(BigInt(time));
    const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${time}\n${note.text}`), privateKey);
    const line = Buffer.concat([Buffer.from(key.id, 'hex'), stamp, signature]).toString('base64');
    return [200, `— ${name} ${line}\n`];
  }

  const answers: number[] = [];
  const server = createServer(async (request, response) => {
    const [status, body] =
      request.method === 'POST' && request.url === '/add-checkpoint' ? judge(await text(request)) : [404, ''];
    const answer = witness.forced ?? { status, body };
    answers.push(answer.status);
    response.writeHead(answer.status).end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const witness: TestWitness = { key, url, answers, forced: undefined };
  return witness;
}
