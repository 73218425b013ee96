import { describe, expect, it } from 'vitest';
import { createSSRApp, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
import avowal, { embedMarkup, getConsent, loadAvowal, scriptMarkup, subscribe } from './index.ts';
import { consent, granted } from './svelte/index.ts';
import { ConsentEmbed, ConsentGate, ConsentScript, useConsent } from './vue/index.ts';

const VIDEO = { service: 'video', src: 'https://video.example/a', title: 'A film' } as const;

describe('on a server', () => {
  it('nothing is granted', () => {
    expect([avowal.decided, avowal.choice, avowal.isGranted('necessary')]).toEqual([
      false,
      { purposes: {}, services: {} },
      false,
    ]);
    expect(getConsent()).toMatchObject({ ready: false, decided: false });
  });

  it('whoever loads or listens does not wait for ever', async () => {
    expect(await loadAvowal({ src: '/c/example.js' })).toBe(avowal);
    expect(subscribe(() => {})()).toBeUndefined();
    expect(avowal.on('choice', () => {})()).toBeUndefined();
  });

  it.each(['open', 'acceptAll', 'rejectAll', 'withdraw', 'receipt'] as const)(
    '%s says that nobody is there',
    async (action) => {
      await expect(avowal[action]()).rejects.toThrow(/no visitor/);
    },
  );

  it('a frame and a script are HTML that loads nothing', () => {
    expect(embedMarkup(VIDEO)).toBe(
      '<iframe title="A film" data-avowal="video" data-avowal-src="https://video.example/a"></iframe>',
    );
    expect(
      scriptMarkup({
        purpose: 'ads',
        src: 'https://ads.example/a.js',
        type: 'module',
        async: true,
        'data-id': '1',
      }),
    ).toBe(
      '<script async="" data-id="1" type="text/plain" data-avowal-type="module" data-avowal="ads" data-avowal-src="https://ads.example/a.js"></script>',
    );
  });

  it('an address that is code stays out of the HTML', () => {
    expect(embedMarkup({ ...VIDEO, src: 'javascript:alert(1)' })).toBe(
      '<iframe title="A film" data-avowal="video"></iframe>',
    );
  });

  it('Vue renders what there is instead, and what waits', async () => {
    const page = createSSRApp({
      setup: () => {
        const now = useConsent();
        return () =>
          h('main', [
            h('b', String(now.value.decided)),
            h(ConsentGate, { purpose: 'ads' }, { default: () => 'shown', fallback: () => 'instead' }),
            h(ConsentEmbed, VIDEO),
            h(ConsentScript, { service: 'ads', src: 'https://ads.example/a.js', 'data-id': '1' }),
          ]);
      },
    });
    expect((await renderToString(page)).replaceAll(/<!--.*?-->/g, '')).toBe(
      '<main><b>false</b>instead' +
        '<div><iframe title="A film" data-avowal="video" data-avowal-src="https://video.example/a"></iframe></div>' +
        '<div hidden><script data-id="1" type="text/plain" data-avowal="ads" data-avowal-src="https://ads.example/a.js"></script></div></main>',
    );
  });

  it('Svelte reads that nothing is granted', () => {
    const read: unknown[] = [];
    consent.subscribe(({ decided }) => read.push(decided))();
    granted({ purpose: 'ads' }).subscribe((isGranted) => read.push(isGranted))();
    expect(read).toEqual([false, false]);
  });
});
