/** Whether a host is one of the domains or stands under one. */
export const isOwnHost = (host: string, domains: readonly string[]): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
