import { readText } from '../../model/localized-text.ts';
import type { NoticeContent, NoticeService, OwnText } from '../../model/notice.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { fillText, listParts } from '../fill-text.ts';
import { findRegime } from '../find-regime.ts';
import type { Locale } from '../locale.ts';

const sentences = (text: string, tag: string) =>
  [...new Intl.Segmenter(tag, { granularity: 'sentence' }).segment(text)].map(({ segment }) =>
    segment.trim(),
  );

/** `a, b and c`, so that the names can stand out; the same name may stand in two languages. */
function listNames(names: readonly OwnText[], tag: string): (string | OwnText)[] {
  let next = 0;
  return listParts(
    names.map(([name]) => name),
    tag,
  ).map(({ type, value }) => (type === 'literal' ? value : (names[next++] ?? value)));
}

/** Who asks, for what, how many are involved (LAW-L1-009), in the words of the regime, sentence by sentence. */
export function noticeBody(
  config: ResolvedConfig,
  locale: Locale,
  services: readonly NoticeService[],
): NoticeContent['body'] {
  const optional = config.purposes.filter(({ required }) => !required);
  const names = optional.map(({ name }) => readText(name, locale.tag));
  const facts = {
    controller: config.site.controller.name,
    services: new Intl.NumberFormat(locale.tag).format(new Set(services.map(({ id }) => id)).size),
  };
  const { mode } = findRegime(config.regime);
  const text = mode === 'opt-in' ? locale.notice.body : locale.notice.bodyOptOut;
  // Split before names come in, which may hold full stops.
  return sentences(text, locale.tag).map((sentence) => {
    const [before = '', after] = sentence.split('{purposes}').map((part) => fillText(part, facts));
    return after === undefined ? [before] : [before, ...listNames(names, locale.tag), after];
  });
}
