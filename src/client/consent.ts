import type { Answer, Choice, StoredChoice } from '../model/choice.ts';
import type { ConsentAction, ConsentLayer, ConsentSubmission } from '../model/consent-record.ts';
import { isServiceGranted, isTrackerGranted, purposeAnswer } from '../model/gate.ts';
import type { RuntimePurpose, RuntimeService, RuntimeTracker } from '../model/runtime-config.ts';
import { choiceCookie, loadChoice } from './choice-store.ts';
import { config } from './config.ts';
import { writeCookie } from './natives.ts';
import { randomId } from './random-id.ts';

let stored: StoredChoice | undefined;
try {
  stored = loadChoice(config);
} catch {
  // A page in a sandbox may not read cookies: it counts as undecided.
}

const optional = config.purposes.filter(({ required }) => !required);

const forEachOptional = <T>(value: (purpose: RuntimePurpose) => T): Record<string, T> =>
  Object.fromEntries(optional.map((purpose) => [purpose.id, value(purpose)]));

/** The choice that this browser keeps, if any of it still counts. */
export const storedChoice = (): StoredChoice | undefined => stored;

/** Whether every optional purpose has an answer that still counts. */
export const isDecided = (): boolean => optional.every(({ id }) => stored?.purposes[id]);

/** The answer that counts for a purpose now. */
export const answerTo = (purpose: string): Answer => purposeAnswer(config, stored ?? {}, purpose);

/** Whether a service may run now. */
export const isAllowed = (service: RuntimeService): boolean =>
  isServiceGranted(config, stored ?? {}, service);

/** Whether a tracker may be stored now. */
export const mayStore = (tracker: RuntimeTracker): boolean => isTrackerGranted(config, stored ?? {}, tracker);

/** Every optional purpose with the same answer, and no exceptions. */
export const everything = (answer: Answer): Choice => ({
  purposes: forEachOptional(() => answer),
  services: {},
});

/** What counts now, as a choice. */
export const currentChoice = (): Choice => ({
  purposes: Object.fromEntries(config.purposes.map(({ id }) => [id, answerTo(id)])),
  services: stored?.services ?? {},
});

/** Whether Global Privacy Control is on; only `true` counts (US-GPC-004). */
export const hasGpc = (): boolean =>
  (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true;

/** Keeps a choice in this browser and returns what goes to the server. */
export function keep(
  choice: Choice,
  action: ConsentAction,
  layer: ConsentLayer,
  locale: string,
): ConsentSubmission {
  const now = new Date();
  const id = randomId();
  const supersedes = stored?.recordId ?? null;
  const consentId = stored?.consentId ?? randomId();
  const { services } = choice;
  const purposes = forEachOptional((purpose) => choice.purposes[purpose.id] ?? 'denied');
  stored = {
    consentId,
    recordId: id,
    time: Math.floor(now.getTime() / 1000),
    purposes,
    services,
    revisions: forEachOptional(({ revision }) => revision),
  };
  try {
    writeCookie(choiceCookie(config, stored, location));
  } catch {
    // Where cookies cannot be written the choice counts for this page.
  }
  return {
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
    gpc: hasGpc(),
    clientTime: now.toISOString(),
    supersedes,
  };
}
