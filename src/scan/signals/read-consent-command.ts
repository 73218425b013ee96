import type { ConsentCommand, SignalState } from '../../model/consent-signal.ts';
import type { HookReport } from '../gatherer.ts';

/** Kinds of use that Google and Microsoft name; nothing else of a command is kept. */
const TYPES = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
] as const;

const COMMANDS = ['default', 'update', 'tag'] as const;

const REGION = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

const stateOf = (value: unknown): SignalState =>
  value === 'granted' || value === 'denied' ? value : 'unknown';

function parseFields(text: string): Readonly<Record<string, unknown>> {
  try {
    const fields: unknown = JSON.parse(text);
    return typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>) : {};
  } catch {
    // Cut off: a consent command is short.
    return {};
  }
}

/** What a hook's report says, or `undefined` where it is no consent command. The report is the page's: trust nothing. */
export function readConsentCommand(
  data: HookReport['data'],
): Omit<ConsentCommand, 'time' | 'initiators'> | undefined {
  const queue = data.queue === 'uetq' ? 'uetq' : 'dataLayer';
  const command = COMMANDS.find((one) => one === data.command);
  if (!command) return undefined;
  const fields = parseFields(String(data.fields));
  const says = Object.fromEntries(
    TYPES.filter((type) => Object.hasOwn(fields, type)).map((type) => [type, stateOf(fields[type])]),
  );
  const regions = Array.isArray(fields.region)
    ? fields.region
        .map(String)
        .filter((region) => REGION.test(region))
        .slice(0, 300)
    : [];
  const wait = Number(fields.wait_for_update);
  return {
    queue,
    command,
    says,
    ...(regions.length > 0 && { regions }),
    ...(wait > 0 && Number.isFinite(wait) && { waitForUpdate: wait }),
  };
}
