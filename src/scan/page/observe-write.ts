import type { TrackerKind } from '../../model/tracker.ts';
import { initiatorChain } from '../computed/initiator-chain.ts';
import { parseStack } from '../computed/parse-stack.ts';
import type { GatherRun } from '../gatherer.ts';

/** A key of some storage, written by a script. */
export interface StorageWrite {
  readonly kind: TrackerKind;
  readonly name: string;
  readonly origin: string;
  readonly stack: string;
  readonly value?: string;
}

/** Records a storage write with no expiry of its own; nothing can be kept under an opaque origin. */
export function observeWrite(run: GatherRun, { kind, name, origin, stack, value = '' }: StorageWrite): void {
  const host = URL.parse(origin)?.hostname;
  if (!host) return;
  run.stir(`${kind} ${host} ${name}`);
  run.observe({
    kind,
    name: name.slice(0, 4096),
    host,
    lifetimeSeconds: null,
    valueBytes: Buffer.byteLength(value),
    valueHash: value ? run.hash(value) : '',
    time: Date.now(),
    initiators: initiatorChain(run.network.requests(), parseStack(stack)),
  });
}
