/** Whether a host is one of the domains or a subdomain of one. */
export const isOnDomains = (host: string, domains: readonly string[]): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
