import { ACT_KINDS, SCENARIOS } from '../model/inventory.ts';
import { STANDARD_PURPOSES } from '../model/purpose.ts';
import { TRACKER_KINDS } from '../model/tracker.ts';
import { boolean, date, list, number, object, oneOf, optional, orNull, text, webUrl } from './shape-check.ts';
import { signalsShape } from './signals-shape.ts';

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
const evidence = list(object({ page: text, scenario, time: date, initiators }));
const purpose = orNull(oneOf(STANDARD_PURPOSES));
const party = oneOf(['first', 'third']);

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
      notice: optional(
        object({ language: text, pageLanguage: text, text, pageText: optional(text), links: list(link) }),
      ),
      cost: optional(
        object({
          isLargestPaint: optional(boolean),
          laterMilliseconds: optional(number),
          layoutShift: number,
          maker: optional(object({ script: text, requests: optional(number), kilobytes: optional(number) })),
        }),
      ),
      clickMilliseconds: optional(number),
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
      gpcTexts: optional(list(text)),
      optOutControls: optional(list(text)),
      declaresGpc: optional(boolean),
      covered: optional(number),
      asksAgain: optional(boolean),
      laterVisits: optional(list(object({ daysAfter: number, asksAgain: boolean }))),
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
      asksAgain: optional(boolean),
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
      evidence,
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
  aliases: optional(list(object({ host: text, targets: list(text), service: orNull(text) }))),
  acts: optional(
    list(
      object({
        kind: oneOf(ACT_KINDS),
        subject: text,
        host: text,
        party,
        service: orNull(text),
        identifies: optional(text),
        purpose,
        carries: optional(text),
        seen,
        evidence,
      }),
    ),
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
  signals: optional(signalsShape),
  problems: list(object({ code: text, page: text, scenario, message: text })),
});

/** The first thing in `content` that keeps it from being an inventory, in words; `undefined` when there is none. */
export const findInventoryProblem = (content: unknown): string | undefined => check(content, '');
