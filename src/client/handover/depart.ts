import type { HandoverToken } from '../../model/handover.ts';
import type { CoreHandle } from '../ui-handover.ts';
import { post } from './post.ts';

/**
 * Lets the choice travel along with links to another domain of the site, and with no other link; nothing is sent before
 * there is one. Returns the same for addresses that no link leads to.
 */
export function depart(core: CoreHandle): (url: string) => Promise<string> {
  const domainOf = ({ hostname }: URL | Location) =>
    core.config.domains.find((domain) => `.${hostname}`.endsWith(`.${domain}`));

  /** The address with a token in its fragment, which reaches no server and no log; `undefined` where none travels. */
  function carry(address: URL): Promise<string> | undefined {
    const to = domainOf(address);
    const stored = core.stored();
    return to && stored && to !== domainOf(location)
      ? post<HandoverToken>(core, { record: stored.recordId, consentId: stored.consentId, to }).then(
          ({ token }) => {
            if (token) address.hash = `avowal=${token}${address.hash.replace('#', '~')}`;
            return address.href;
          },
        )
      : undefined;
  }

  addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => (node as HTMLAnchorElement).href) as HTMLAnchorElement;
    // A new tab is the browser's to open, at once.
    if (!link || link.target || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented)
      return;
    const going = carry(new URL(link.href));
    if (!going) return;
    event.preventDefault();
    void going.then((url) => {
      location.href = url;
    });
  });

  return async (url) => carry(new URL(url, location.href)) ?? url;
}
