import { advertisement } from './advertisement.ts';
import { DESK_PICTURE, SMALL_PICTURES } from './illustrations.ts';
import type { StaticPage } from './site-page.ts';

/** `/` */
export const home: StaticPage = ({ mode }) => ({
  title: 'Kopano – mail, calendar and meetings on your own server',
  description:
    'Groupware for teams that want to know where their letters are: mail, calendar, contacts and calls.',
  main: `<section class="hero wide">
<div>
<p class="kicker">Groupware you can point at</p>
<h1>Your team’s mail, on a machine you know by name.</h1>
<p class="lead">Mail, calendar, contacts and calls in one quiet place. It runs in your cellar, in your data centre or at a host around the corner, and it speaks the protocols that every phone already speaks.</p>
<p class="actions"><a class="button" href="/product">See editions and prices</a> <a class="button quiet" href="/contact">Talk to us</a></p>
</div>
${DESK_PICTURE}
</section>
<section class="band"><div class="wide">
<h2>Four things, done properly</h2>
<ul class="cards">
<li>${SMALL_PICTURES.mail}<h3>Mail that stays put</h3><p>Shared folders, rules and a search that also looks into attachments. Nothing leaves the server unless somebody sends it.</p></li>
<li>${SMALL_PICTURES.calendar}<h3>Calendars people keep</h3><p>Rooms, cars and colleagues in one view. Invitations work with whatever your guests use.</p></li>
<li>${SMALL_PICTURES.people}<h3>Calls without an account</h3><p>Send a link, meet in the browser. Guests need a name and nothing else.</p></li>
<li>${SMALL_PICTURES.server}<h3>A server that explains itself</h3><p>Plain packages, plain logs, a backup you can open with ordinary tools.</p></li>
</ul>
</div></section>
<section class="wide columns">
<div>
<h2>Made for offices of ten, and of ten thousand</h2>
<p>A law firm in Lübeck runs it on a small machine beside the coffee maker. A university runs it for every student. The software is the same; only the shelf is longer.</p>
<p><a href="/blog/a-week-without-an-inbox">Read how one office spent a week without an inbox</a></p>
</div>
<dl class="figures"><div><dt>Devices a person uses</dt><dd>2.6</dd></div><div><dt>Minutes to move a mailbox</dt><dd>4</dd></div><div><dt>Years we look after a release</dt><dd>5</dd></div></dl>
</section>
<div class="wide">${advertisement(mode)}</div>`,
});
