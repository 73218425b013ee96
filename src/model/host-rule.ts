/** The parts of a URL that a host rule looks at: a `URL` fits. */
export interface RequestTarget {
  readonly hostname: string;
  readonly pathname: string;
}

/**
 * A host rule says which requests belong to a service: `HOST` or `HOST/PATH`.
 * `HOST` matches itself and every subdomain, also in the absolute spelling with a dot at the end, which browsers ask for
 * all the same (RFC 1034 §3.1); `*` matches any host. `/PATH` matches as a prefix of the URL's path.
 */
export function matchesHostRule(rule: string, url: RequestTarget): boolean {
  const slash = rule.indexOf('/');
  const host = slash < 0 ? rule : rule.slice(0, slash);
  const asked = url.hostname.replace(/\.$/, '');
  return (
    (host === '*' || asked === host || asked.endsWith(`.${host}`)) &&
    (slash < 0 || url.pathname.startsWith(rule.slice(slash)))
  );
}

/** How narrow a rule is: the higher of two matching rules decides (longest path first, then longest host). */
export function hostRuleWeight(rule: string): number {
  const slash = rule.indexOf('/');
  return slash < 0 ? rule.length : (rule.length - slash) * 1000 + slash;
}
