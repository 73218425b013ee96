/** Each host of a connection string as a connection string of its own, in the order in which they are tried. */
export function postgresHosts(url: string): readonly string[] {
  const [, start = '', places = '', rest = ''] =
    /^(postgres(?:ql)?:\/\/(?:[^@/?]*@)?)([^/?]*)(.*)$/.exec(url) ?? [];
  const path = rest.replace(/([?&])target_session_attrs=[^&]*&?/, '$1').replace(/[?&]$/, '');
  return places.split(',').map((place) => `${start}${place}${path}`);
}

/** A connection string that may be shown: without its password. */
export const withoutPassword = (url: string): string => url.replace(/^(\w+:\/\/[^:@/?]*):[^@/?]*@/, '$1@');
