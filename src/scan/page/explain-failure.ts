const WORDS: readonly (readonly [RegExp, string])[] = [
  [/TOO_MANY_REDIRECTS/, 'it redirects in a circle'],
  [/CERT_|SSL_/, 'its certificate is not trusted'],
  [/EMPTY_RESPONSE|CONNECTION_CLOSED|CONNECTION_RESET/, 'the server closed the connection without an answer'],
  [/NAME_NOT_RESOLVED/, 'its name has no address'],
  [/INVALID_RESPONSE|HTTP_RESPONSE_CODE/, 'the server gave no page'],
  [/ABORTED/, 'it is a download, or it went away at once'],
  [/UNSAFE_REDIRECT/, 'it redirects to something that is not a web page'],
  [/TIMED_OUT/, 'the server did not answer in time'],
];

/** The browser's `net::ERR_…` in words, with the code beside it; the proxy knows better why a connection failed. */
export function explainFailure(code: string, proxyFailure?: string): string {
  if (/SOCKS|PROXY|TUNNEL/.test(code) && proxyFailure) return proxyFailure;
  const words = WORDS.find(([pattern]) => pattern.test(code))?.[1];
  return words ? `${words} (${code})` : code;
}
