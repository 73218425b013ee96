import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/api/v1/sites',
  summary: 'The sites of this server.',
  access: 'key',
  scope: 'statistics',
  handle: (c, server) =>
    c.json(
      {
        sites: server.sites.all().map(({ config, version, problem }) => ({
          id: config.site.id,
          name: config.site.name,
          domains: config.site.domains,
          configHash: version.configHash,
          publishedAt: version.firstPublishedAt,
          problem: problem ?? null,
        })),
      },
      200,
      { 'cache-control': 'no-store' },
    ),
};
export default route;
