import type { StaticPage } from './site-page.ts';

/** `/privacy`: what the demonstration itself does with data, which is next to nothing. */
export const privacy: StaticPage = () => ({
  title: 'Privacy – Kopano',
  description: 'Who is responsible for this demonstration and what happens with your data.',
  main: `<div class="text">
<header><p class="kicker">Privacy</p><h1>What happens with your data</h1>
<p class="lead">Everything on this site runs on your own machine. Nothing that you do here leaves it.</p></header>
<h2>Who is responsible</h2>
<address>Kopano Demonstration<br>Beispielweg 12<br>30159 Musterstadt<br>privacy@kopano.example</address>
<p>The address is invented. The person responsible for a demonstration is the one who started it: most likely you.</p>
<h2>What the site keeps</h2>
<ul>
<li>The basket of the web shop, in memory, until the demonstration is stopped.</li>
<li>Nothing of the contact form: messages are checked, confirmed and forgotten.</li>
</ul>
<h2>Cookies and other trackers</h2>
<p>Which trackers the site and its services use, for what and for how long, stands in the <a href="/cookie-policy">cookie policy</a>.</p>
</div>`,
});
