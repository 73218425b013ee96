import type { Config } from '../src/model/config.ts';

const twin = (name: string) => {
  const [host = '', ...path] = name.split('/');
  return host === '*' || host.endsWith('.localhost') ? name : [`${host}.localhost`, ...path].join('/');
};

const withLocalhost = (names: readonly string[]) => [...new Set([...names, ...names.map(twin)])];

/** The same configuration for a person's own browser too, where every host of the demo ends in `.localhost`. */
export function localhostConfig(config: Config): Config {
  return {
    ...config,
    site: { ...config.site, domains: withLocalhost(config.site.domains) },
    services: config.services.map((service) => ({
      ...service,
      ...(service.hosts && { hosts: withLocalhost(service.hosts) }),
    })),
  };
}
