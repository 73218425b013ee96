import { loadChoice } from './choice-store.ts';
import { stored } from './consent.ts';
import type { CoreHandle } from './ui-handover.ts';

/**
 * Lets count here what was answered in another tab, or while this page lay in the back/forward cache. An answer touches
 * storage, which other tabs of the origin hear at once; on other subdomains it counts when the tab is looked at.
 */
export function followOtherTabs(apply: CoreHandle['apply']): void {
  const reread = ({ persisted }: Partial<PageTransitionEvent>) => {
    // Every page is shown once without having lain in the cache.
    const kept = persisted !== false && loadChoice();
    if (kept && kept.time > (stored?.time ?? 0)) apply(kept, 'save');
  };
  for (const event of ['storage', 'focus', 'pageshow'])
    addEventListener(event, reread as (event: Event) => void);
}
