import { localize } from '../../model/localized-text.ts';
import { FIRST_TEXTS, type NoticeContent, type NoticeService } from '../../model/notice.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { countText, fillText, listText } from '../fill-text.ts';
import { findRegime } from '../find-regime.ts';
import { findLocale, type Locale } from '../locale.ts';
import { compileDetails } from './compile-details.ts';
import { compileTheme } from './compile-theme.ts';
import { isUnitedStates } from './is-united-states.ts';
import { pickTexts } from './pick-texts.ts';

const sentences = (text: string, tag: string) =>
  [...new Intl.Segmenter(tag, { granularity: 'sentence' }).segment(text)].map(({ segment }) =>
    segment.trim(),
  );

/** Who asks, for what, how many are involved (LAW-L1-009), in the words of the regime. */
function bodyOf(config: ResolvedConfig, locale: Locale, services: readonly NoticeService[]): string[] {
  const optional = config.purposes.filter(({ required }) => !required);
  const names = optional.map(({ name }) => localize(name, locale.tag));
  const facts = {
    controller: config.site.controller.name,
    purposes: listText(names, locale.tag),
    services: new Intl.NumberFormat(locale.tag).format(new Set(services.map(({ id }) => id)).size),
  };
  const { mode } = findRegime(config.regime);
  const text = mode === 'opt-in' ? locale.notice.body : locale.notice.bodyOptOut;
  // Split before names come in, which may hold full stops.
  return sentences(text, locale.tag).map((sentence) => fillText(sentence, facts));
}

/** Everything that notice and preferences show in one locale. */
export function compileNotice(
  config: ResolvedConfig,
  tag: string,
  { policyUrl }: { readonly policyUrl: string },
): NoticeContent {
  const locale = findLocale(tag);
  const regime = findRegime(config.regime);
  const details = compileDetails(config, locale);
  const servicesOf = (purpose: string) => details.services[purpose] ?? [];
  const optional = config.purposes.filter(({ required }) => !required);
  return {
    locale: tag,
    dir: locale.dir,
    texts: {
      ...pickTexts(locale.notice, FIRST_TEXTS),
      ...(regime.gpc === 'deny' && pickTexts(locale.notice, ['gpcHonoured', 'gpcOptedOut'])),
      ...(isUnitedStates(regime.id) && pickTexts(locale.notice, ['doNotSell'])),
    },
    body: bodyOf(
      config,
      locale,
      optional.flatMap(({ id }) => servicesOf(id)),
    ),
    policyUrl,
    layout: config.layout === 'box' ? `box ${config.position}` : config.layout,
    theme: compileTheme(config.theme),
    purposes: config.purposes.map(({ id, name, description, required }) => ({
      id,
      name: localize(name, locale.tag),
      description: localize(description, locale.tag),
      required: required === true,
      servicesCount:
        servicesOf(id).length > 0
          ? countText(locale.notice.servicesCount, servicesOf(id).length, locale.tag)
          : '',
    })),
    details,
  };
}
