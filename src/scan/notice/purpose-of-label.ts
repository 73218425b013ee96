import { coveredPurposes } from '../../knowledge/config/covered-purposes.ts';
import type { ConfigPurpose } from '../../model/config.ts';
import type { StandardPurpose } from '../../model/purpose.ts';

/** Beginnings of the words by which settings name a purpose, in lower case, in the languages of most notices. */
const WORDS: Readonly<Record<StandardPurpose, string>> = {
  necessary:
    'necessary essential required notwendig erforderlich essenziell technisch nécessaire essentiel necesari esencial necessari essenzial noodzakelijk niezbędn konieczn nezbytn nødvendig nödvändig välttämät szükséges necessári',
  functional:
    'functional functionality preference comfort convenience personalization personalisation funktional funktionell komfort präferenz préférence fonctionnel preferencia funcional preferenz funzional functione voorkeur funkcjonaln preferencj preferenč funkční funktionel präferens preferens toiminnalli mieltymys funkcionális preferência',
  analytics:
    'analytic analysis statistic measurement performance statistik analyse messung reichweite statistique audience estadístic analític rendimiento statistich analitic statistiek analytisch statysty analityczn analityk statisti analyti estatístic analític tilasto statisztik',
  marketing:
    'marketing advertis targeting retargeting werb publicit publicid pubblicit advertent reclame reklam mainon mainos hirdetés propaganda',
};

const words = Object.entries(WORDS).map(
  ([purpose, list]) => [purpose as StandardPurpose, list.split(' ')] as const,
);

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();

const namesOf = ({ name }: ConfigPurpose) => (typeof name === 'string' ? [name] : Object.values(name));

/** The site's own purpose whose name the label begins with; of several the one with the longest name. */
function findOwn(label: string, own: readonly ConfigPurpose[]): ConfigPurpose | undefined {
  const said = plain(label);
  const begins = (name: string) =>
    name !== '' && said.startsWith(name) && !/^[\p{L}\p{M}\p{N}]/u.test(said.slice(name.length));
  return own
    .flatMap((purpose) => namesOf(purpose).map((name) => ({ purpose, name: plain(name) })))
    .filter(({ name }) => begins(name))
    .sort((a, b) => b.name.length - a.name.length)[0]?.purpose;
}

/**
 * The one purpose that a switch's label names, by the site's own names of its purposes where these are known; `undefined`
 * where it names none, or several.
 */
export function purposeOfLabel(
  label: string,
  own: readonly ConfigPurpose[] = [],
): StandardPurpose | undefined {
  const purpose = findOwn(label, own);
  if (purpose) {
    const covered = coveredPurposes(purpose);
    return covered.length === 1 ? covered[0] : undefined;
  }
  const said = label.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const named = words.filter(([, list]) => said.some((word) => list.some((start) => word.startsWith(start))));
  return named.length === 1 ? named[0]?.[0] : undefined;
}
