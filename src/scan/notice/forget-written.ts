import type { Tab } from '../page/open-tabs.ts';
import type { ScanSession } from '../page/start-session.ts';
import type { StoredEntry } from '../page/stored-state.ts';

/** Makes the browser forget what was written, and the page's session storage, as if it had never been. */
export async function forgetWritten(
  { browser }: ScanSession,
  tab: Tab,
  written: readonly StoredEntry[],
): Promise<void> {
  const namesOf = (kind: StoredEntry['kind']) =>
    new Set(written.filter((entry) => entry.kind === kind).map(({ name }) => name));
  const names = namesOf('cookie');
  const { cookies } = await browser.browser.send('Storage.getCookies');
  await Promise.all(
    cookies
      .filter(({ name }) => names.has(name))
      .map(({ name, domain, path }) => tab.session.send('Network.deleteCookies', { name, domain, path })),
  );
  const keys = JSON.stringify([...namesOf('local-storage')]);
  await tab.session
    .send('Runtime.evaluate', {
      expression: `for(const key of ${keys})localStorage.removeItem(key);sessionStorage.clear()`,
    })
    .catch(() => {});
}
