import type { NoticeService } from '../../model/notice.ts';
import { h } from './h.ts';
import { notice } from './notice-config.ts';

/** One service: provider, purpose, trackers with lifetimes, privacy link (LAW-L2-004). */
export function serviceCard(service: NoticeService, control: HTMLElement | null): HTMLElement {
  const { texts } = notice;
  const { provider, country, privacyUrl, trackers } = service;
  return h(
    'article',
    {},
    h('div', { class: 'r' }, h('h4', {}, service.name), control),
    h('p', {}, service.description),
    h(
      'p',
      { class: 's' },
      `${texts.provider}: ${provider}${country && ` (${country})`}`,
      privacyUrl && ' · ',
      privacyUrl && h('a', { href: privacyUrl, rel: 'noreferrer', target: '_blank' }, texts.privacyPolicy),
    ),
    trackers.length > 0 &&
      h(
        'ul',
        { 'aria-label': texts.trackers },
        ...trackers.map(({ name, lifetime, description }) =>
          h(
            'li',
            {},
            h('code', {}, name),
            ` · ${lifetime}`,
            h('br', {}),
            h('span', { class: 's' }, description),
          ),
        ),
      ),
  );
}
