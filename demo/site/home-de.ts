import { DESK_PICTURE, SMALL_PICTURES } from './illustrations.ts';
import type { StaticPage } from './site-page.ts';

/** `/de/` */
export const homeDe: StaticPage = () => ({
  lang: 'de',
  title: 'Kopano – E-Mail, Kalender und Besprechungen auf eigenem Server',
  description:
    'Groupware für Teams, die wissen wollen, wo ihre Briefe liegen: E-Mail, Kalender, Kontakte, Anrufe.',
  main: `<section class="hero wide">
<div>
<p class="kicker">Groupware zum Anfassen</p>
<h1>Die Post Ihres Teams, auf Ihrem eigenen Rechner.</h1>
<p class="lead">E-Mail, Kalender, Kontakte und Anrufe an einem ruhigen Ort. Die Software läuft bei Ihnen im Keller, im Rechenzentrum oder beim Anbieter um die Ecke und spricht die Protokolle, die jedes Telefon schon kann.</p>
<p class="actions"><a class="button" href="/product" hreflang="en">Preise (englisch)</a> <a class="button quiet" href="/contact" hreflang="en">Mit uns sprechen</a></p>
</div>
${DESK_PICTURE.replace('Mail, calendar and a call on one screen', 'E-Mail, Kalender und ein Anruf auf einem Bildschirm')}
</section>
<section class="band"><div class="wide">
<h2>Vier Dinge, ordentlich gemacht</h2>
<ul class="cards">
<li>${SMALL_PICTURES.mail}<h3>Post, die bleibt</h3><p>Gemeinsame Ordner, Regeln und eine Suche, die auch in Anhänge schaut. Nichts verlässt den Server, das niemand verschickt.</p></li>
<li>${SMALL_PICTURES.calendar}<h3>Kalender, die stimmen</h3><p>Räume, Autos und Kolleginnen in einer Ansicht. Einladungen kommen bei jedem Programm Ihrer Gäste an.</p></li>
<li>${SMALL_PICTURES.people}<h3>Anrufe ohne Konto</h3><p>Einen Link schicken, im Browser treffen. Gäste brauchen einen Namen, sonst nichts.</p></li>
<li>${SMALL_PICTURES.server}<h3>Ein Server, der sich erklärt</h3><p>Schlichte Pakete, schlichte Protokolle, eine Sicherung, die sich mit üblichen Werkzeugen öffnen lässt.</p></li>
</ul>
</div></section>
<section class="wide columns">
<div>
<h2>Für zehn Leute, und für zehntausend</h2>
<p>Eine Kanzlei in Lübeck betreibt Kopano auf einem kleinen Rechner neben der Kaffeemaschine. Eine Universität betreibt es für alle Studierenden. Die Software ist dieselbe, nur das Regal ist länger.</p>
</div>
<dl class="figures"><div><dt>Geräte je Person</dt><dd>2,6</dd></div><div><dt>Minuten für den Umzug eines Postfachs</dt><dd>4</dd></div><div><dt>Jahre Pflege je Version</dt><dd>5</dd></div></dl>
</section>`,
});
