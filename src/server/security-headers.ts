/** Headers of every answer; routes that serve pages or scripts add to them or replace one. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'browsing-topics=(), camera=(), geolocation=(), microphone=()',
};

/** Policy of the dashboard: no script at all, styles only of this answer. */
export function dashboardPolicy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}

/** Policy of a policy page: the runtime of this server may run and send, nothing else. */
export function policyPagePolicy(nonce: string, publicUrl: string): string {
  // A path such as /_avowal is served by the page's own origin, whose scheme only the proxy in front knows.
  const [scripts, intake] = publicUrl.startsWith('/')
    ? ["'self'", "'self'"]
    : [`${publicUrl}/c/`, `${publicUrl}/api/`];
  return `default-src 'none'; script-src 'nonce-${nonce}' ${scripts}; style-src 'nonce-${nonce}'; img-src data:; connect-src ${intake}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
