/** Headers of what anybody may read of the log, from any page. */
export const LOG_HEADERS: Readonly<Record<string, string>> = { 'access-control-allow-origin': '*' };
