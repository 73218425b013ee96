import type { FleetSite } from '../fleet-site.ts';
import { notice } from '../notice.ts';
import { ANSWER, COMPLETE_TEXT, cookiePolicy, FOOTER, GA } from '../policy.ts';
import { STATISTICS } from '../third-parties.ts';
import { ENGLISH } from '../words.ts';

const HOST = 'notice-of-boxes.test';

/** Puts a box in the place of each button, with its looks and its work. */
const BOXES = `<img src="data:," alt="" onerror="for (const button of document.querySelectorAll('[data-answer]')) {
  const box = Object.assign(document.createElement('span'), { innerText: button.innerText, style: button.style.cssText });
  box.style.cssText += 'display:inline-block;cursor:pointer;text-align:center';
  box.onclick = () => button.click();
  button.hidden = true;
  button.style.display = 'none';
  button.after(box);
}">`;

const site: FleetSite = {
  about: 'builds the buttons of its notice of boxes that take no focus',
  pages: {
    '/': notice({ text: COMPLETE_TEXT, optional: STATISTICS, more: BOXES }) + FOOTER,
    '/cookies': cookiePolicy([ANSWER, GA]) + FOOTER,
  },
  buttons: { language: ENGLISH.language, right: { accept: [ENGLISH.accept], reject: [ENGLISH.reject] } },
  scenarios: ['close'],
  expected: [
    'fail notice-accessibility keyboard',
    `review unclassified-trackers js-cookie answer ${HOST}`,
    'review third-country-transfers country US',
  ],
};

export default site;
