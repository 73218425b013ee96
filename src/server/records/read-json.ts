import { ProblemError } from '../problem.ts';

/** Largest body of a submission, in bytes. */
const MAX_BODY_BYTES = 16 * 1024;

/** Reads a body that says how long it is: Node gives no byte more than that. Counts one that does not while it arrives. */
async function readText(request: Request): Promise<string> {
  const length = request.headers.get('content-length');
  if (Number(length) > MAX_BODY_BYTES) throw new ProblemError('too-large');
  if (length !== null) return request.text();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) throw new ProblemError('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** Reads a JSON body of at most 16 KB. Throws ProblemError. */
export async function readJson(request: Request): Promise<unknown> {
  // Only a type that makes a foreign page ask first (CORS preflight); text/plain would not.
  if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(request.headers.get('content-type') ?? '')) {
    throw new ProblemError('wrong-content-type');
  }
  const text = await readText(request);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProblemError('malformed', undefined, error);
  }
}
