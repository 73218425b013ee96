/** Parsing takes longer than all else about an origin, and they are few. */
const hosts = new Map<string, string | undefined>();
const MAX_HOSTS = 1000;

/** The host of an http or https address; `undefined` for anything else. */
export function hostOf(origin: string): string | undefined {
  if (hosts.has(origin)) return hosts.get(origin);
  const isOrigin = /^https?:\/\//.test(origin) && URL.canParse(origin);
  const host = isOrigin ? new URL(origin).hostname : undefined;
  // Anybody can make origins up: what is kept of them stays small.
  if (hosts.size >= MAX_HOSTS) hosts.clear();
  if (origin.length <= 300) hosts.set(origin, host);
  return host;
}
