import { SIGNAL_MOMENTS, SIGNAL_STATES, SIGNAL_SYSTEMS } from '../model/consent-signal.ts';
import { SCENARIOS } from '../model/inventory.ts';
import {
  boolean,
  type Check,
  date,
  list,
  number,
  object,
  oneOf,
  optional,
  orNull,
  record,
  text,
} from './shape-check.ts';

const scenario = oneOf(SCENARIOS);
const initiators = list(object({ url: text, line: optional(number), column: optional(number) }));
const says = record(oneOf(SIGNAL_STATES));
const statement = {
  system: oneOf(SIGNAL_SYSTEMS),
  from: list(text),
  says,
  codes: optional(record(text)),
  applies: optional(boolean),
  problem: optional(text),
  tc: optional(
    object({
      hash: text,
      problem: optional(text),
      version: optional(number),
      cmpId: optional(number),
      policyVersion: optional(number),
      vendorListVersion: optional(number),
      isServiceSpecific: optional(boolean),
      created: optional(date),
      lastUpdated: optional(date),
      purposes: optional(list(number)),
      legitimateInterests: optional(list(number)),
      vendors: optional(number),
      disclosedVendors: optional(orNull(number)),
    }),
  ),
};
/** What an inventory says of consent signals. */
export const signalsShape: Check = list(
  object({
    page: text,
    scenario,
    moment: oneOf(SIGNAL_MOMENTS),
    sent: list(object({ ...statement, host: text, count: number, time: date, initiators })),
    commands: list(
      object({
        queue: oneOf(['dataLayer', 'uetq']),
        command: oneOf(['default', 'update', 'tag']),
        says,
        regions: optional(list(text)),
        waitForUpdate: optional(number),
        time: date,
        initiators,
      }),
    ),
    answered: list(object({ ...statement, status: optional(text) })),
  }),
);
