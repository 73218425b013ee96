/**
 * Address of who sent a request: the peer of the connection, or, behind `trustedProxies` reverse proxies, the entry of
 * `X-Forwarded-For` that the outermost of them wrote. Entries further left come from the sender and are not believed.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string | undefined {
  if (trustedProxies === 0) return peer;
  return forwardedFor?.split(',').at(-trustedProxies)?.trim();
}
