import { findService } from '../../model/gate.ts';
import type { RuntimeService } from '../../model/runtime-config.ts';
import { config } from '../config.ts';
import { isAllowed } from '../consent.ts';
import { note } from '../debug/debug-log.ts';

/** The service that a URL belongs to and that may not run now, if any. */
export function blockedService(url: unknown): RuntimeService | undefined {
  try {
    const service = findService(config.services, new URL(String(url), document.baseURI));
    if (!service || isAllowed(service)) return undefined;
    note('held', url, service.id);
    return service;
  } catch {
    // What is not a URL leads nowhere.
    return undefined;
  }
}
