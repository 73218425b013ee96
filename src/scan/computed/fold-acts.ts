import { identifyHost } from '../../knowledge/identify.ts';
import { serviceOfParameter } from '../../knowledge/link-parameters.ts';
import { SCENARIOS, type ScriptAct } from '../../model/inventory.ts';
import type { Service } from '../../model/service.ts';
import type { PageRecord } from '../observation.ts';
import { evidenceOf } from './evidence-of.ts';
import { partyOf } from './party.ts';

/** An act with the service that knowledge names for it. */
export interface FoundAct {
  readonly act: ScriptAct;
  readonly service: Service | undefined;
}

/** Puts together what scripts did on all pages: one act for each kind, subject and script host. */
export function foldActs(records: readonly PageRecord[], siteHost: string): FoundAct[] {
  // A journal of an older version has none.
  const seen = records.flatMap((record) =>
    ((record.acts as PageRecord['acts'] | undefined) ?? []).map((observation) => ({ observation, record })),
  );
  const groups = Map.groupBy(
    seen,
    ({ observation: { kind, subject, host } }) => `${kind}\0${subject}\0${host}`,
  );
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      if (!first) return [];
      const { kind, subject, host, parameter, carries, initiators } = first.observation;
      const script = URL.parse(initiators[0]?.url ?? '') ?? { hostname: host, pathname: '/' };
      const service = identifyHost(script);
      const identified = parameter === undefined ? undefined : serviceOfParameter(parameter);
      const party = partyOf(host, siteHost);
      const scenarios = new Set(group.map(({ record }) => record.visit.scenario));
      const act: ScriptAct = {
        kind,
        subject,
        host,
        party,
        service: service?.id ?? (party === 'third' ? `host:${host}` : null),
        ...(identified && { identifies: identified.id }),
        purpose: (identified ?? service)?.purpose ?? null,
        ...(carries !== undefined && { carries }),
        seen: Object.fromEntries(SCENARIOS.filter((id) => scenarios.has(id)).map((id) => [id, true])),
        evidence: evidenceOf(group),
      };
      return [{ act, service }];
    });
}
