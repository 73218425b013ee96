/** Takes a hand-over token out of the page's address: `#avowal=<token>`, and after a `~` the fragment of the link itself. */
export function takeToken(): string | undefined {
  const [before = '', token, rest] = location.href.split(/#avowal=([^~]+)~?/);
  if (token) history.replaceState(null, '', before + (rest && `#${rest}`));
  return token;
}
