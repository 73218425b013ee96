import { demoUrl } from '../demo-mode.ts';
import type { StaticPage } from './site-page.ts';

/** The article with the video. */
export const ARTICLE_PATH = '/blog/a-week-without-an-inbox';

/** A blog article with a video, which the reading list of the site remembers. */
export const article: StaticPage = ({ mode }) => ({
  title: 'A week without an inbox – Kopano blog',
  description: 'An office of fourteen switched its inboxes off for five days. What broke, and what did not.',
  head: '<script src="/assets/reading-list.js" defer></script>\n',
  main: `<article class="text" data-article="a-week-without-an-inbox">
<header>
<p class="kicker">Field notes · 9 November 2026 · 6 minutes</p>
<h1>A week without an inbox</h1>
<p class="lead">An office of fourteen switched its inboxes off for five days. Letters still came in, but they went where the work was.</p>
</header>
<p>On Monday morning, Ines Harms moved the last message out of her inbox and hid the folder. So did everybody else at the surveyors’ office where she runs the front desk. For one week, each letter had to land somewhere with a name: a project, a building site, a bill to be paid.</p>
<figure class="video">
<iframe src="${demoUrl('https://www.youtube.com/embed/kW26InboxOf', mode)}" title="Video: a week without an inbox" allow="autoplay; fullscreen"></iframe>
<figcaption>Ninety-four seconds from the front desk (a drawn stand-in for a video).</figcaption>
</figure>
<h2>Tuesday is the hard day</h2>
<p>Rules did the sorting. The office wrote eleven of them together, on paper first. By Tuesday noon, four letters had gone astray, all of them because a sender had changed the subject line. The team added a catch-all folder called “Somebody, please” and looked after it in turns.</p>
<blockquote>I stopped checking. There was nothing to check. I opened the site I was working on, and there was the post.</blockquote>
<h2>What stayed</h2>
<p>The inboxes are back, but they are short. The shared folders stayed, and so did the turns. The search does the rest: it looks into attachments since <a href="/releases">this autumn’s release</a>.</p>
<p class="list-note" id="reading-list" role="status"></p>
</article>`,
});
