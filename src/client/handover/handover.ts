import type { AvowalApi } from '../../model/avowal-api.ts';
import { type CoreHandle, HANDOVER } from '../ui-handover.ts';
import { arrive } from './arrive.ts';
import { depart } from './depart.ts';
import { takeToken } from './take-token.ts';

// First of all, so that no other program sees the token.
const token = takeToken();

// Once this script has run to its end, the core is there; one that stands twice in a page runs once.
queueMicrotask(() => {
  const { avowal } = window as unknown as { avowal: AvowalApi & { [HANDOVER]: CoreHandle } };
  if (token) arrive(avowal[HANDOVER], avowal, token);
  avowal.handOver ??= depart(avowal[HANDOVER]);
});
