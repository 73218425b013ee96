import type { RuntimeService } from '../model/runtime-config.ts';
import { isRecord, scriptJson } from './script-json.ts';

type Specifiers = Readonly<Record<string, unknown>>;

interface ImportMap {
  readonly imports?: Specifiers;
  readonly scopes?: Readonly<Record<string, Specifiers>>;
  readonly [key: string]: unknown;
}

/** An import map in two: what may resolve now, and what waits for each service. */
export interface GatedImportMap {
  readonly text: string;
  readonly held: ReadonlyMap<RuntimeService, string>;
}

/**
 * Takes out of an import map what leads to optional services: a module that imports it would call them, and nothing can
 * hold back an import. `undefined` where there is nothing of that kind, or no map.
 */
export function gateImportMap(
  text: string,
  find: (address: string) => RuntimeService | undefined,
): GatedImportMap | undefined {
  let map: ImportMap;
  try {
    map = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(map)) return undefined;
  const serviceOf = (target: unknown) => (typeof target === 'string' ? find(target) : undefined);
  const only = (specifiers: unknown, service: RuntimeService | undefined) =>
    isRecord(specifiers)
      ? Object.fromEntries(Object.entries(specifiers).filter(([, target]) => serviceOf(target) === service))
      : specifiers;
  const scopes = isRecord(map.scopes) ? Object.entries(map.scopes) : [];
  const targets = [map.imports, ...scopes.map(([, specifiers]) => specifiers)]
    .filter(isRecord)
    .flatMap(Object.values);
  const services = new Set(targets.map(serviceOf).filter((service) => service !== undefined));
  if (services.size === 0) return undefined;
  const part = (service?: RuntimeService) => ({
    ...(map.imports !== undefined && { imports: only(map.imports, service) }),
    ...(scopes.length > 0 && {
      scopes: Object.fromEntries(scopes.map(([scope, specifiers]) => [scope, only(specifiers, service)])),
    }),
  });
  return {
    text: scriptJson({ ...map, ...part() }),
    held: new Map([...services].map((service) => [service, scriptJson(part(service))])),
  };
}
