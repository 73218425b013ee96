import type { NoticeService, NoticeTracker } from '../../../model/notice.ts';
import { h } from '../h.ts';
import { ownText } from '../own-text.ts';
import { details } from './details-config.ts';

const trackerItem = ({ name, lifetime, where, description }: NoticeTracker): HTMLElement =>
  h(
    'li',
    {},
    h('code', {}, name),
    ownText('p', description),
    h('p', { class: 's' }, `${details.texts.lifetime}: ${lifetime}`, where && ` · ${where}`),
  );

/** One service: provider, trackers with lifetimes, who has access, privacy link (LAW-L2-004). */
function serviceCard(service: NoticeService, control: HTMLElement | undefined): HTMLElement {
  const { texts } = details;
  const { name, description, provider, country, access, privacyUrl, trackers } = service;
  return h(
    'article',
    {},
    h('div', { class: 'r' }, h('h4', {}, name), control),
    description[0] && ownText('p', description),
    h(
      'p',
      { class: 's' },
      `${texts.provider}: ${provider}${country && ` (${country})`} · ${access} `,
      privacyUrl && h('a', { href: privacyUrl, rel: 'noreferrer', target: '_blank' }, texts.privacyPolicy),
    ),
    trackers.length > 0 && h('ul', { 'aria-label': texts.trackers }, ...trackers.map(trackerItem)),
  );
}

/** The services of a purpose, each with its switch where it may have one. */
export const serviceCards = (
  purpose: string,
  switchFor: (service: NoticeService) => HTMLElement | undefined,
): HTMLElement[] =>
  (details.services[purpose] ?? []).map((service) => serviceCard(service, switchFor(service)));
