// Stands inline before the guard, in a copy-paste installation: a visitor who has not answered will be asked, so the notice
// is on its way together with the core, which otherwise would ask for it a round trip later. Of who has answered, it asks
// nothing. A snippet older than the configuration asks for a notice of then: the core gets the one that counts.
import { pageLocale } from '../page-locale.ts';

declare const AVOWAL_PRELOAD: readonly [begin: string, locales: Readonly<Record<string, string>>];

const [begin, locales] = AVOWAL_PRELOAD;
try {
  if (!/\bavowal=/.test(document.cookie)) {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'script';
    link.nonce = (document.currentScript as HTMLScriptElement).nonce;
    link.href = `${begin}.${pageLocale(locales)}.js`;
    document.head.append(link);
  }
} catch {
  // A page in a sandbox has no cookies.
}
