import { readText } from '../../model/localized-text.ts';
import { FIRST_TEXTS, type NoticeContent } from '../../model/notice.ts';
import type { ResolvedConfig } from '../../model/resolved-config.ts';
import { countText, fillText } from '../fill-text.ts';
import { findRegime } from '../find-regime.ts';
import { findLocale } from '../locale.ts';
import { compileDetails } from './compile-details.ts';
import { compileLayout } from './compile-layout.ts';
import { compileTheme } from './compile-theme.ts';
import { isUnitedStates } from './is-united-states.ts';
import { noticeBody } from './notice-body.ts';
import { pickTexts } from './pick-texts.ts';

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
  const number = (count: number) => new Intl.NumberFormat(locale.tag).format(count);
  return {
    locale: tag,
    dir: locale.dir,
    texts: {
      ...pickTexts(locale.notice, FIRST_TEXTS),
      ...(regime.gpc === 'deny' && pickTexts(locale.notice, ['gpcHonoured'])),
      ...(isUnitedStates(regime.id) && pickTexts(locale.notice, ['doNotSell'])),
    },
    body: noticeBody(
      config,
      locale,
      optional.flatMap(({ id }) => servicesOf(id)),
    ),
    policyUrl,
    layout: compileLayout(config),
    theme: compileTheme(config.theme),
    purposes: config.purposes.map((purpose) => {
      const { length } = servicesOf(purpose.id);
      return {
        id: purpose.id,
        name: readText(purpose.name, locale.tag),
        description: readText(purpose.description, locale.tag),
        required: purpose.required === true,
        servicesCount: length > 0 ? countText(locale.notice.servicesCount, length, locale.tag) : '',
      };
    }),
    // Written out here: a phone needs a long moment to make ready for numbers in a language.
    states: Array.from({ length: optional.length + 1 }, (_, granted) =>
      fillText(locale.notice.openState, { granted: number(granted), total: number(optional.length) }),
    ),
    details,
  };
}
