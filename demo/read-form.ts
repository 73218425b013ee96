import type { IncomingMessage } from 'node:http';

/** Longer than any form of the demo, in bytes. */
const LONGEST = 16_384;

/** The fields of a posted form, none for other requests; `undefined` where the body is too long or breaks off. */
export async function readForm(incoming: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > LONGEST) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  const isForm = incoming.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return new URLSearchParams(isForm ? Buffer.concat(chunks).toString('utf8') : '');
}
