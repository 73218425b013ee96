import type { Answer, Choice } from '../../../model/choice.ts';
import type { RuntimeConfig } from '../../../model/runtime-config.ts';
import type { DebugEntry } from '../debug-handover.ts';
import type { Seen } from '../timeline.ts';

/** A choice of two optional purposes. */
export const choiceOf = (statistics: Answer, ads: Answer): Choice => ({
  purposes: { necessary: 'granted', statistics, ads },
  services: {},
});

const CONFIG: RuntimeConfig = {
  site: 'shop',
  domains: ['shop.example'],
  server: '/_avowal',
  configHash: '',
  purposes: [
    { id: 'necessary', required: true, revision: 'a' },
    { id: 'statistics', required: false, revision: 'b' },
    { id: 'ads', required: false, revision: 'c' },
  ],
  services: [
    { id: 'pay', name: 'Pay', purposes: ['necessary'], hosts: ['pay.example'], embed: false, revision: '' },
    {
      id: 'google',
      name: 'Google',
      purposes: ['statistics'],
      hosts: ['googletagmanager.com', 'google-analytics.com'],
      embed: false,
      revision: '',
    },
    { id: 'bing', name: 'Bing', purposes: ['ads'], hosts: ['bat.bing.com'], embed: false, revision: '' },
  ],
  trackers: [],
  regime: { id: 'eu', mode: 'opt-in', gpc: 'keep' },
  validityMonths: 6,
  locales: { en: 'en' },
  signals: { google: {}, 'microsoft-uet': {} },
  uiRevision: 'u',
  reopen: {},
};

/** A page that began with a no: what a test adds to it, requests as `[time, address]`. */
export const fixtureSeen = (
  log: readonly DebugEntry[] = [],
  requests: readonly (readonly [number, string])[] = [],
  edit: Partial<Seen> & { readonly mode?: RuntimeConfig['regime']['mode'] } = {},
): Seen => ({
  config: edit.mode ? { ...CONFIG, regime: { ...CONFIG.regime, mode: edit.mode } } : CONFIG,
  log: [[0, 'choice', ['start', choiceOf('denied', 'denied')]], ...log],
  requests: requests.map(([startTime, name]) => ({ startTime, name })),
  choice: choiceOf('denied', 'denied'),
  dataLayer: undefined,
  embeds: [],
  page: 'https://www.shop.example/basket?token=secret',
  ...edit,
});
