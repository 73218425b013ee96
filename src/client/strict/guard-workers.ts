import { hostRuleWeight } from '../../model/host-rule.ts';
import { guardConstructor, guardMethod } from '../block/patch.ts';
import { config } from '../config.ts';
import { isAllowed } from '../consent.ts';
import { on } from '../events.ts';
import { policy } from '../natives.ts';
import { type WorkerRule, workerCode } from './worker-code.ts';

/** A host rule as a regular expression for host and path together. */
function patternOf(rule: string): string {
  const [host = '', ...path] = rule.replace(/[.+?^$(){}|[\]\\]/g, '\\$&').split('/');
  return `^${host === '*' ? '[^/]*' : `([^/]+\\.)?${host}\\.?`}/${path.join('/')}`;
}

/** What counts now, the narrowest rule first. */
const rulesNow = (): WorkerRule[] =>
  config.services
    .flatMap((service) => service.hosts.map((rule) => ({ rule, isHeld: !isAllowed(service) })))
    .sort((a, b) => hostRuleWeight(b.rule) - hostRuleWeight(a.rule))
    .map(({ rule, isHeld }) => [patternOf(rule), isHeld]);

/**
 * Holds back what workers send: one whose code the page has as a blob starts with a guard before it. A file of the site must keep its
 * address and its own policy: there the server puts the guard before the code (`avowal/rewrite`), which takes its rules from the
 * address.
 */
export function guardWorkers(): void {
  const blobs = new Map<string, Blob>();
  const guarded = new Map<string, string>();
  // Other rules count from then on.
  on('choice', () => guarded.clear());
  const { createObjectURL, revokeObjectURL } = URL;
  guardMethod(URL, 'createObjectURL', ([object], _, proceed) => {
    const url = proceed() as string;
    if ((object as Blob).slice) blobs.set(url, object as Blob);
    return url;
  });
  guardMethod(URL, 'revokeObjectURL', ([address], _, proceed) => {
    const url = String(address);
    const ours = guarded.get(url);
    if (ours) revokeObjectURL(ours);
    guarded.delete(url);
    blobs.delete(url);
    proceed();
  });
  /** The same again for the same blob, by whose address shared workers are known; for a file of theirs one cannot be made. */
  const guardedUrl = (url: string, rules: readonly WorkerRule[], kind: string) => {
    const blob = blobs.get(url);
    if (blob && !guarded.has(url))
      guarded.set(url, createObjectURL(new Blob([workerCode(rules), blob], blob)));
    if (blob || kind !== 'Worker' || !URL.canParse(url, document.baseURI)) return guarded.get(url);
    const file = new URL(url, document.baseURI);
    if (file.origin !== location.origin || file.protocol === 'blob:' || file.hash) return undefined;
    return `${file}#avowal=${encodeURIComponent(JSON.stringify(rules))}`;
  };
  for (const name of ['Worker', 'SharedWorker']) {
    guardConstructor(name, (args, proceed) => {
      const [address] = args;
      const rules = rulesNow();
      const ours = rules.some(([, isHeld]) => isHeld) && guardedUrl(String(address), rules, name);
      // What was trusted stays so, and nothing else becomes it.
      if (ours)
        args[0] =
          typeof address === 'object' && !(address instanceof URL) ? policy.createScriptURL(ours) : ours;
      return proceed();
    });
  }
}
