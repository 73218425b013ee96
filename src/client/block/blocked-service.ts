import { findService } from '../../model/gate.ts';
import type { RuntimeService } from '../../model/runtime-config.ts';
import { config } from '../config.ts';
import { isAllowed } from '../consent.ts';

/** The service that a URL belongs to and that may not run now, if any. */
export function blockedService(url: unknown): RuntimeService | undefined {
  try {
    const service = findService(config.services, new URL(String(url), document.baseURI));
    return service && !isAllowed(service) ? service : undefined;
  } catch {
    // What is not a URL leads nowhere.
    return undefined;
  }
}
