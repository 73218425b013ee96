import { addMonths } from '../../model/calendar.ts';
import type { Answer, Choice, StoredChoice } from '../../model/choice.ts';
import type { ConsentAction, ConsentLayer } from '../../model/consent-record.ts';
import { FRAME_TIME } from '../frame-time.ts';
import type { CoreHandle } from '../ui-handover.ts';
import { choiceCookie } from './choice-cookie.ts';
import { randomId } from './random-id.ts';
import { submit } from './submit.ts';

/**
 * Keeps a choice in this browser, lets it count and sends it to the server; without a choice, the same answer for every
 * optional purpose. Returns whether a service ran and may not run any more: what it has started only ends when the page is
 * loaded again.
 */
export function makeAnswer(
  core: CoreHandle,
  action: ConsentAction,
  layer: ConsentLayer,
  locale: string,
  choice?: Choice,
): boolean {
  const { config } = core;
  const before = core.stored();
  const ran = config.services.filter(core.isAllowed);
  const otherwise: Answer = action === 'accept' ? 'granted' : 'denied';
  const now = new Date();
  const gpc = (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true;
  const optional = config.purposes.filter(({ required }) => !required);
  const stored: StoredChoice = {
    consentId: before?.consentId ?? randomId(),
    recordId: randomId(),
    time: now.getTime(),
    until: addMonths(now, config.validityMonths).getTime(),
    purposes: Object.fromEntries(optional.map(({ id }) => [id, choice?.purposes[id] ?? otherwise])),
    services: choice?.services ?? {},
    gpc,
  };
  core.apply(stored, action);
  try {
    core.writeCookie(choiceCookie(config, stored, location));
  } catch {
    // Where cookies cannot be written the choice counts for this page.
  }
  const { consentId, recordId: id, purposes, services } = stored;
  const keep = () => {
    removeEventListener('pagehide', keep);
    clearTimeout(timer);
    submit(core, {
      id,
      site: config.site,
      consentId,
      action,
      layer,
      purposes,
      services,
      regime: config.regime.id,
      locale,
      configHash: config.configHash,
      snapshot: config.snapshot,
      gpc,
      clientTime: now.toISOString(),
      supersedes: before?.recordId ?? null,
    });
  };
  const timer = setTimeout(keep, FRAME_TIME);
  addEventListener('pagehide', keep);
  return !ran.every(core.isAllowed);
}
