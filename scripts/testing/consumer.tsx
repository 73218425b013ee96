// What a site may write, and what its compiler must refuse; package.e2e.test.ts compiles it against the packed package.
import avowal, {
  type AvowalApi,
  type Choice,
  embedMarkup,
  getConsent,
  loadAvowal,
  scriptMarkup,
  subscribe,
} from 'avowal';
import { AvowalScript } from 'avowal/next';
import { ConsentEmbed, ConsentGate, ConsentScript, useConsent } from 'avowal/react';
import { consent, consentEmbed, consentScript, granted } from 'avowal/svelte';
import * as vue from 'avowal/vue';
import { h, type VNode } from 'vue';

const FILM = { service: 'youtube', src: 'https://www.youtube.com/embed/x', title: 'Film' } as const;

export async function plain(): Promise<Choice> {
  const api: AvowalApi = await loadAvowal({ src: '/c/example.js', nonce: 'n' });
  const stop: () => void = api.on('choice', (choice) => choice.purposes.media === 'granted');
  stop();
  subscribe(() => console.log(getConsent().isGranted('youtube')))();
  console.log(embedMarkup(FILM), scriptMarkup({ purpose: 'media', src: '/x.js', 'data-id': '1' }));
  // @ts-expect-error there is no such event
  avowal.on('accept', () => {});
  // @ts-expect-error an answer is granted or denied
  await avowal.set({ purposes: { media: true }, services: {} });
  return window.avowal?.choice ?? avowal.choice;
}

export function Page() {
  const { decided, isGranted } = useConsent();
  return (
    <html lang="en">
      <head>
        <AvowalScript src="/c/example.js" nonce="n" />
      </head>
      <body title={String(decided && isGranted('media'))}>
        <ConsentGate purpose="media" fallback={<p>Not yet</p>}>
          <p>Now</p>
        </ConsentGate>
        <ConsentEmbed {...FILM} width={480} height="270" allowFullScreen className="film" />
        <ConsentScript service="counter" src="https://stats.example/x.js" async data-site="x" />
        {/* @ts-expect-error a gate waits for something */}
        <ConsentGate>
          <p>Now</p>
        </ConsentGate>
        {/* @ts-expect-error a gate waits for one thing */}
        <ConsentGate purpose="media" service="youtube" />
        {/* @ts-expect-error a frame has a title */}
        <ConsentEmbed service="youtube" src="https://www.youtube.com/embed/x" />
      </body>
    </html>
  );
}

export const vuePage = (): VNode =>
  h('main', [
    h(vue.ConsentGate, { purpose: 'media' }, { default: () => 'Now', fallback: () => 'Not yet' }),
    h(vue.ConsentEmbed, FILM),
    h(vue.ConsentScript, { service: 'counter', src: '/x.js' }),
    String(vue.useConsent().value.decided),
  ]);

export const ends: readonly (() => void)[] = [
  consent.subscribe(({ decided }) => console.log(decided)),
  granted({ service: 'youtube' }).subscribe((isGranted: boolean) => console.log(isGranted)),
  consentEmbed(FILM)(document.body),
  consentScript({ purpose: 'media', src: '/x.js' })(document.body),
];
