import { SIGNAL_MOMENTS, SIGNAL_STATES, SIGNAL_SYSTEMS } from '../model/consent-signal.ts';
import { SCENARIOS } from '../model/inventory.ts';
import { STANDARD_PURPOSES } from '../model/purpose.ts';
import { TRACKER_KINDS } from '../model/tracker.ts';

type Check = (value: unknown, path: string) => string | undefined;
type Fields = Readonly<Record<string, Check>>;

const say = (path: string, expected: string) => `${path} is not ${expected}`;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text: Check = (value, path) => (typeof value === 'string' ? undefined : say(path, 'a text'));
const number: Check = (value, path) =>
  typeof value === 'number' && value >= 0 ? undefined : say(path, 'a number from 0');
const boolean: Check = (value, path) => (typeof value === 'boolean' ? undefined : say(path, 'true or false'));
const date: Check = (value, path) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? undefined : say(path, 'a date');
const webUrl: Check = (value, path) =>
  typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? '')
    ? undefined
    : say(path, 'a web address');
const oneOf =
  (values: readonly string[]): Check =>
  (value, path) =>
    values.includes(value as string) ? undefined : say(path, `one of ${values.join(', ')}`);
const orNull =
  (check: Check): Check =>
  (value, path) =>
    value === null ? undefined : check(value, path);
const optional =
  (check: Check): Check =>
  (value, path) =>
    value === undefined ? undefined : check(value, path);
const list =
  (check: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return say(path, 'a list');
    for (const [index, item] of value.entries()) {
      const problem = check(item, `${path}[${index}]`);
      if (problem) return problem;
    }
    return undefined;
  };
const object =
  (fields: Fields): Check =>
  (value, path) => {
    if (!isRecord(value)) return say(path || 'it', 'an object');
    for (const [key, check] of Object.entries(fields)) {
      const problem = check(value[key], path ? `${path}.${key}` : key);
      if (problem) return problem;
    }
    return undefined;
  };

const record =
  (check: Check): Check =>
  (value, path) => {
    if (!isRecord(value)) return say(path, 'an object');
    for (const [key, item] of Object.entries(value)) {
      const problem = check(item, `${path}.${key.slice(0, 40)}`);
      if (problem) return problem;
    }
    return undefined;
  };

const initiators = list(object({ url: text, line: optional(number), column: optional(number) }));
const seen = object(Object.fromEntries(SCENARIOS.map((scenario) => [scenario, optional(boolean)])));
const scenario = oneOf(SCENARIOS);
const wrote = list(
  object({
    kind: oneOf(['cookie', 'local-storage']),
    name: text,
    host: text,
    lifetimeSeconds: orNull(number),
    valueHash: optional(text),
  }),
);
const link = object({ text, url: webUrl });
const purpose = orNull(oneOf(STANDARD_PURPOSES));
const party = oneOf(['first', 'third']);

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
const signals = list(
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

const check = object({
  schema: oneOf(['avowal/inventory@1']),
  site: webUrl,
  startedAt: date,
  finishedAt: date,
  complete: boolean,
  browser: text,
  scenarios: list(
    object({
      scenario,
      outcome: oneOf(['done', 'no-notice', 'unsure', 'no-control', 'interrupted', 'failed']),
      clicked: optional(text),
      switches: optional(list(object({ name: text, isOn: boolean, isFixed: boolean }))),
      why: optional(text),
      withdrew: optional(list(text)),
      wrote: optional(wrote),
      notice: optional(object({ language: text, pageLanguage: text, text, links: list(link) })),
      access: optional(
        object({
          violations: optional(
            list(
              object({
                rule: text,
                impact: oneOf(['minor', 'moderate', 'serious', 'critical']),
                help: text,
                nodes: list(object({ selector: text, html: text, why: text })),
              }),
            ),
          ),
          buttons: list(
            object({
              role: oneOf(['accept', 'reject', 'settings']),
              text,
              canFocus: optional(boolean),
              isInNarrowView: optional(boolean),
            }),
          ),
          obscured: list(object({ selector: text, html: text, text })),
          scrollsSideways: optional(boolean),
          isCut: optional(boolean),
          screenshot: optional(text),
        }),
      ),
      policies: optional(
        list(
          object({
            link,
            isInNotice: boolean,
            url: webUrl,
            status: number,
            language: text,
            text,
            covered: optional(number),
            screenshot: optional(text),
          }),
        ),
      ),
      closings: optional(
        list(
          object({
            by: oneOf(['escape', 'beside', 'button']),
            text,
            isGone: boolean,
            wrote,
            screenshot: optional(text),
          }),
        ),
      ),
      declaresGpc: optional(boolean),
      covered: optional(number),
      asksAgain: optional(boolean),
      buttons: optional(
        list(
          object({
            role: oneOf(['accept', 'reject', 'other']),
            text,
            width: number,
            height: number,
            fontPixels: number,
            fontWeight: number,
            colour: text,
            background: text,
            isUnderlined: boolean,
          }),
        ),
      ),
    }),
  ),
  pages: list(
    object({
      url: webUrl,
      scenario,
      status: number,
      title: text,
      milliseconds: number,
      screenshot: optional(text),
      linksToPolicy: optional(boolean),
    }),
  ),
  trackers: list(
    object({
      name: text,
      kind: oneOf(TRACKER_KINDS),
      host: text,
      party,
      lifetimeSeconds: orNull(number),
      attributes: optional(
        object({
          path: text,
          secure: boolean,
          httpOnly: boolean,
          sameSite: orNull(text),
          partitioned: boolean,
        }),
      ),
      purpose,
      service: orNull(text),
      classification: object({
        source: oneOf(['tracker', 'host', 'none']),
        confidence: number,
        needsReview: boolean,
      }),
      seen,
      valueBytes: number,
      valueHashes: list(text),
      examples: optional(list(text)),
      evidence: list(object({ page: text, scenario, time: date, initiators })),
    }),
  ),
  requests: list(
    object({
      host: text,
      party,
      types: list(text),
      count: number,
      example: text,
      service: orNull(text),
      seen,
      initiators,
    }),
  ),
  services: list(
    object({
      id: text,
      name: text,
      provider: orNull(text),
      purpose,
      hosts: list(text),
      known: boolean,
    }),
  ),
  signals: optional(signals),
  problems: list(object({ code: text, page: text, scenario, message: text })),
});

/** The first thing in `content` that keeps it from being an inventory, in words; `undefined` when there is none. */
export const findInventoryProblem = (content: unknown): string | undefined => check(content, '');
