import { describe, expect, it } from 'vitest';
import { createLocateHost } from './locate-host.ts';

const REFUSED = expect.objectContaining({ code: 'ADDRESS_REFUSED' });
const strict = { resolve: [], allowPrivate: false };

describe('locateHost', () => {
  it('gives the address that was checked, so that a second answer of the name server changes nothing', async () => {
    const answers = [['93.184.215.14'], ['127.0.0.1']];
    const locate = createLocateHost(strict, async () => answers.shift() ?? []);
    expect(await locate('rebind.example', 443)).toEqual({ address: '93.184.215.14', port: 443 });
    expect(await locate('REBIND.example', 80)).toEqual({ address: '93.184.215.14', port: 80 });
    expect(answers).toHaveLength(1);
  });

  it('refuses a name with one private address among public ones', async () => {
    const locate = createLocateHost(strict, async () => ['93.184.215.14', '10.0.0.1']);
    await expect(locate('mixed.example', 80)).rejects.toEqual(REFUSED);
  });

  it.each(['127.0.0.1', '[::1]', '::ffff:127.0.0.1', '169.254.169.254'])(
    'refuses the literal %s',
    async (host) => {
      await expect(createLocateHost(strict)(host, 80)).rejects.toEqual(REFUSED);
    },
  );

  it.each(['2130706433', '0x7f000001', '0177.0.0.1', '127.1'])(
    'refuses %s, another spelling of 127.0.0.1',
    async (host) => {
      await expect(createLocateHost(strict)(new URL(`http://${host}/`).hostname, 80)).rejects.toEqual(
        REFUSED,
      );
    },
  );

  it('allows private addresses when it is told to, and those that a person named', async () => {
    const named = { resolve: [{ host: 'a.example', address: '127.0.0.1', port: 81 }], allowPrivate: false };
    expect(await createLocateHost(named)('a.example', 443)).toEqual({ address: '127.0.0.1', port: 81 });
    await expect(createLocateHost(named)('127.0.0.1', 81)).rejects.toEqual(REFUSED);
    expect(await createLocateHost({ ...strict, allowPrivate: true })('127.0.0.1', 80)).toMatchObject({
      port: 80,
    });
  });

  it('finds names under localhost on this machine, as a browser does, and refuses them as private', async () => {
    await expect(createLocateHost(strict)('www.site.localhost', 80)).rejects.toEqual(REFUSED);
    const { address } = await createLocateHost({ ...strict, allowPrivate: true })('www.site.localhost', 80);
    expect(['127.0.0.1', '::1']).toContain(address);
  });

  it('says when a name has no address', async () => {
    await expect(createLocateHost(strict, async () => [])('none.example', 80)).rejects.toThrow(
      'none.example has no address',
    );
  });
});
