/** The address that `<meta http-equiv="refresh">` or the header `Refresh` leads to (HTML §4.2.5.3), if it leads anywhere else. */
export function refreshAddress(content: string): string | undefined {
  const rest = /^[\t\n\f\r ]*[\d.]+(?:[\t\n\f\r ]*[;,]?[\t\n\f\r ]*)(.*)$/s.exec(content)?.[1];
  if (!rest) return undefined;
  const address = rest.replace(/^url[\t\n\f\r ]*=[\t\n\f\r ]*/i, '');
  const quote = address[0];
  if (quote !== '"' && quote !== "'") return address;
  return address.slice(1).split(quote, 1)[0];
}
