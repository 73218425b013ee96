import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NoticeLayout, type NoticeWords, noticeRoutes } from '../testing/notice-page.ts';
import { type OpenSession, openSession } from '../testing/open-session.ts';
import { page, script } from '../testing/start-hosts.ts';
import type { NoticeAction } from './notice-action.ts';
import { type NoticeOperation, operateNotice } from './operate-notice.ts';

/** Six languages and one more, each with another build; words as sites use them. */
const NOTICES: readonly (readonly [language: string, NoticeLayout, NoticeWords])[] = [
  [
    'English',
    'bar',
    {
      about: 'We and our partners use cookies.',
      accept: 'Accept all cookies',
      reject: 'Reject non-essential cookies',
      settings: 'Cookie settings',
      save: 'Save my choices',
      withdraw: 'Withdraw consent',
      open: 'Cookie settings',
    },
  ],
  [
    'German',
    'closed root',
    {
      about: 'Wir verwenden Cookies.',
      accept: 'Alle akzeptieren',
      reject: 'Nur notwendige Cookies verwenden',
      settings: 'Einstellungen anpassen',
      save: 'Auswahl speichern',
      withdraw: 'Einwilligung widerrufen',
      open: 'Cookie-Einstellungen',
    },
  ],
  [
    'French',
    'dialog',
    {
      about: 'Nous utilisons des cookies.',
      accept: 'Tout accepter',
      reject: 'Continuer sans accepter',
      settings: 'Personnaliser mes choix',
      save: 'Enregistrer mes choix',
      withdraw: 'Retirer mon consentement',
      open: 'Gestion des cookies',
    },
  ],
  [
    'Spanish',
    'boxes',
    {
      about: 'Usamos cookies propias y de terceros.',
      accept: 'Aceptar todas las cookies',
      reject: 'Rechazar todas',
      settings: 'Configurar cookies',
      save: 'Guardar preferencias',
      withdraw: 'Retirar consentimiento',
      open: 'Configuración de cookies',
    },
  ],
  [
    'Dutch',
    'open root',
    {
      about: 'Wij gebruiken cookies.',
      accept: 'Alle cookies accepteren',
      reject: 'Alleen noodzakelijke cookies',
      settings: 'Cookie-instellingen',
      save: 'Voorkeuren opslaan',
      withdraw: 'Toestemming intrekken',
      open: 'Cookie-instellingen',
    },
  ],
  [
    'Polish',
    'links',
    {
      about: 'Używamy plików cookie.',
      accept: 'Akceptuję wszystkie',
      reject: 'Odrzuć wszystkie',
      settings: 'Ustawienia plików cookie',
      save: 'Zapisz ustawienia',
      withdraw: 'Wycofaj zgodę',
      open: 'Ustawienia plików cookie',
    },
  ],
  [
    'Italian',
    'two layers',
    {
      about: 'Questo sito usa i cookie.',
      accept: 'Accetta tutti',
      reject: '',
      settings: 'Personalizza',
      save: 'Salva le preferenze',
      withdraw: 'Revoca il consenso',
      open: 'Preferenze cookie',
    },
  ],
];

const read = (file: string) =>
  readFileSync(new URL(`../../../node_modules/${file}`, import.meta.url), 'utf8');

const TOOLS = {
  'site.example/klaro.js': script(read('klaro/dist/klaro.js')),
  'site.example/cookieconsent.js': script(read('vanilla-cookieconsent/dist/cookieconsent.umd.js')),
  'site.example/cookieconsent.css': (_: unknown, response: import('node:http').ServerResponse) =>
    void response
      .writeHead(200, { 'content-type': 'text/css' })
      .end(read('vanilla-cookieconsent/dist/cookieconsent.css')),
  'site.example/klaro': page(
    '<script>klaroConfig={acceptAll:true,services:[{name:"statistics",purposes:["analytics"]}]}</script><script defer src="/klaro.js" data-config="klaroConfig"></script>',
  ),
  'site.example/cookieconsent': page(
    `<h1>Site</h1><link rel="stylesheet" href="/cookieconsent.css"><script src="/cookieconsent.js"></script><script>CookieConsent.run({categories:{necessary:{enabled:true,readOnly:true},analytics:{}},language:{default:"en",translations:{en:{consentModal:{title:"Cookies",acceptAllBtn:"Sure",acceptNecessaryBtn:"Nope",showPreferencesBtn:"More"},preferencesModal:{title:"Cookies",savePreferencesBtn:"Keep",sections:[{title:"Analytics",linkedCategory:"analytics"}]}}}}})</script>`,
  ),
};

const DECOYS = {
  newsletter:
    '<div role="dialog" style="position:fixed">Our newsletter. See our privacy policy. <input type="email"><button>No thanks</button><button>I agree</button></div>',
  recipe: '<h1>Cookies</h1><p>A recipe for cookies.</p><button>Accept</button><button>Reject all</button>',
  'links to another page':
    '<div class="cookie-bar" style="position:fixed">We use cookies. <a href="/policy">Accept all</a></div>',
  'strange words':
    '<div role="dialog">We use cookies. <button>Bring it on</button><button>Rather without</button></div>',
  'payment or consent':
    '<div role="dialog">Cookies. <button>Reject and pay 4.99 a month</button><button>Subscribe to reject</button></div>',
  'nothing at all': '<h1>Hello</h1>',
};

/** A tool that only autoconsent knows, with words that say nothing. */
const ADOPT = `<div id="adopt-controller-button"></div><div id="cookie-banner" role="dialog">Cookies.
<button id="adopt-accept-all-button" onclick="document.cookie='adopt=yes';this.parentNode.remove()">Yep</button>
<button id="adopt-reject-all-button" onclick="document.cookie='adopt=no';this.parentNode.remove()">Nah</button></div>`;

let open: OpenSession;

beforeAll(async () => {
  const routes = NOTICES.map(([language, layout, words]) => noticeRoutes(language, layout, words));
  const decoys = Object.entries(DECOYS).map(([name, body]) => [
    `site.example/${name.replaceAll(' ', '-')}`,
    page(body),
  ]);
  open = await openSession({
    ...Object.assign({}, ...routes),
    ...TOOLS,
    'site.example/adopt': page(ADOPT),
    ...Object.fromEntries(decoys),
  });
});
let right = 0;
afterAll(async () => {
  console.log(
    `notice driver: the right button in ${right} of ${NOTICES.length * 5 + 8} pairs of notice and action`,
  );
  await open?.close();
});

const { signal } = new AbortController();

async function operate(path: string, action: NoticeAction, patience = 400): Promise<NoticeOperation> {
  await open.visit(`https://site.example/${path}`);
  return operateNotice(open.session, open.tab, action, { signal, patience });
}

const cookies = () => open.evaluate('document.cookie');

/** What the page must have kept, as far as the notice of this build can. */
const KEPT: Readonly<Record<string, string>> = {
  accept: 'answer=accept+',
  reject: 'answer=reject-',
  save: 'answer=save+',
  withdraw: 'answer=withdraw+',
};

describe('a notice', () => {
  it.each(NOTICES)('in %s, built as %s, is operated by the right buttons', async (language, layout) => {
    const isTwo = layout === 'two layers';
    for (const action of ['accept', 'reject', 'save', 'withdraw'] as const) {
      const result = await operate(action === 'withdraw' ? `${language}/answered` : language, action);
      expect(result, action).toMatchObject({ verdict: 'done' });
      expect(await cookies(), action).toBe(isTwo && action === 'reject' ? 'answer=save-' : KEPT[action]);
      right += 1;
    }
    expect(await operate(language, 'settings')).toMatchObject({ verdict: 'done' });
    expect(await open.evaluate('document.title')).toBe('settings');
    right += 1;
  });
});

describe('a consent tool', () => {
  it.each([
    ['klaro', 'accept', /klaro=%7B%22statistics%22%3Atrue/],
    ['klaro', 'reject', /klaro=%7B%22statistics%22%3Afalse/],
    ['klaro', 'save', /klaro=%7B%22statistics%22%3Afalse/],
    ['cookieconsent', 'accept', /cc_cookie=.*necessary%22%2C%22analytics/],
    ['cookieconsent', 'reject', /cc_cookie=.*%5B%22necessary%22%5D/],
    ['cookieconsent', 'save', /cc_cookie=.*%5B%22necessary%22%5D/],
  ] as const)('%s does what %s says', async (tool, action, kept) => {
    expect(await operate(tool, action)).toMatchObject({
      verdict: 'done',
      clicked: expect.arrayContaining([expect.stringContaining(`${tool}: `)]),
    });
    expect(await cookies()).toMatch(kept);
    right += 1;
  });
});

describe('a consent tool that only autoconsent knows', () => {
  it.each([
    ['accept', 'adopt=yes', 'Yep'],
    ['reject', 'adopt=no', 'Nah'],
  ] as const)('is told to %s', async (action, kept, text) => {
    expect(await operate('adopt', action, 5000)).toEqual({
      verdict: 'done',
      hadEffect: true,
      clicked: [`autoconsent, adopt: ${text}`],
    });
    expect(await cookies()).toBe(kept);
    right += 1;
  });
});

describe('what is no notice, or none that can be understood', () => {
  it.each([
    ['newsletter', 'no-notice'],
    ['recipe', 'no-notice'],
    ['links to another page', 'review'],
    ['strange words', 'review'],
    ['payment or consent', 'review'],
    ['nothing at all', 'no-notice'],
  ] as const)('%s: nothing is clicked, verdict %s', async (name, verdict) => {
    for (const action of ['accept', 'reject'] as const) {
      const result = await operate(name.replaceAll(' ', '-'), action);
      expect(result).toMatchObject({ verdict, clicked: [] });
      if (verdict === 'review') expect(result.why).toContain('without doubt');
    }
  });
});
