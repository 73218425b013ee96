import { TAG_SCRIPT } from './consent-tag.ts';
import type { FleetAnswer } from './fleet-site.ts';

const YEAR = 365 * 86_400;

const script = (body: string): FleetAnswer => ({ type: 'text/javascript', body });

/** Stand-ins for other companies, under their own names: host and path → answer. */
export const THIRD_PARTIES: Readonly<Record<string, FleetAnswer>> = {
  'www.google-analytics.com/analytics.js': script(
    `document.cookie = '_ga=GA1.1.7.9; max-age=${YEAR}; path=/; secure; samesite=lax';`,
  ),
  'www.google-analytics.com/long.js': script(
    `document.cookie = '_ga=GA1.1.7.9; max-age=${2 * YEAR}; path=/; secure; samesite=lax';`,
  ),
  'www.googletagmanager.com/gtag/js': script(TAG_SCRIPT),
  'www.google-analytics.com/g/collect': { type: 'text/plain', body: '' },
  'www.youtube.com/embed/1': {
    body: '<title>Video</title><p>A video.</p>',
    cookies: ['YSC=9f; Domain=youtube.com; Path=/; Secure; HttpOnly; SameSite=None'],
  },
  '*/b/ss': { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  'widgets.unheard.test/widget.js': script(''),
  'widgets.unheard.test/validate.js': script(
    `window.validate = (field) => field.addEventListener('input', () => field.value.includes('@'));`,
  ),
  'static.hotjar.com/record.js': script(
    `for (const field of document.querySelectorAll('input')) field.addEventListener('input', () => field.value);`,
  ),
};

/** Counts visits with a cookie of its own. */
export const STATISTICS: string = '<script src="https://www.google-analytics.com/analytics.js"></script>';

/** Shows a video, whose company sets a cookie. */
export const VIDEO: string = '<iframe src="https://www.youtube.com/embed/1" title="Video"></iframe>';

/** Records what is typed into the fields that stand before it. */
export const RECORDER: string = '<script src="https://static.hotjar.com/record.js"></script>';
