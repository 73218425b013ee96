import type { Route } from '../route.ts';

const route: Route = {
  method: 'get',
  path: '/metrics',
  summary: 'What the server does, in the text format of Prometheus.',
  access: 'key',
  scope: 'metrics',
  handle: async (c, server) => {
    // A database that is away is when one looks here.
    const records = await server.store.logSize().catch(() => undefined);
    const text = server.metrics.render({
      ...(records !== undefined && { avowal_records: { help: 'Leaves of the record log.', value: records } }),
      avowal_waiting: {
        help: 'What was acknowledged and the database has not got yet.',
        value: await server.store.countWaiting(),
      },
      avowal_quarantined: {
        help: 'What the database refuses for its content and was set aside.',
        value: await server.store.countQuarantined(),
      },
      avowal_sites: { help: 'Sites served.', value: server.sites.all().length },
      avowal_ready: { help: 'Whether requests are let in.', value: Number(server.isReady()) },
    });
    return c.body(text, 200, {
      'content-type': 'text/plain; version=0.0.4; charset=utf-8',
      'cache-control': 'no-store',
    });
  },
};
export default route;
