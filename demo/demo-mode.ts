/**
 * How a visitor reaches the demo: `real` under the hosts' own names (a scanner that resolves them to the demo),
 * `local` under the same names with `.localhost` behind them, which every browser resolves to this machine (RFC 6761 §6.3).
 */
export type DemoMode = { readonly kind: 'real' } | { readonly kind: 'local'; readonly port: number };

/** A `Host` header taken apart. */
export interface DemoHost {
  /** Real host name, lower case. */
  readonly name: string;
  readonly mode: DemoMode;
}

/** The address under which something of `realUrl` (`https://…`) is reached in a mode. */
export function demoUrl(realUrl: string, mode: DemoMode): string {
  if (mode.kind === 'real') return realUrl;
  const url = new URL(realUrl);
  return `http://${url.hostname}.localhost:${mode.port}${url.pathname}${url.search}${url.hash}`;
}

/** A cookie domain in a mode: `kopano.com` or `kopano.com.localhost`. */
export const demoDomain = (realDomain: string, mode: DemoMode): string =>
  mode.kind === 'real' ? realDomain : `${realDomain}.localhost`;

/** Reads a `Host` header; `undefined` where it is none that the demo could answer to. */
export function readDemoHost(header: string | undefined): DemoHost | undefined {
  const match = /^([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8})(?::(\d{1,5}))?$/i.exec(header ?? '');
  const host = match?.[1]?.toLowerCase();
  if (!host) return undefined;
  if (!host.endsWith('.localhost')) return { name: host, mode: { kind: 'real' } };
  const port = Number(match?.[2] ?? 80);
  return { name: host.slice(0, -'.localhost'.length), mode: { kind: 'local', port } };
}
