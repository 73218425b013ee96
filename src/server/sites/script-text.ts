import { compileGuard } from '../../knowledge/config/compile-guard.ts';
import { spansDomains } from '../../knowledge/config/spans-domains.ts';
import type { NoticeContent } from '../../model/notice.ts';
import type { RuntimeConfig } from '../../model/runtime-config.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { BrowserBundles } from './browser-bundles.ts';

/** The programs of the UI's two scripts. */
export type NoticeBundles = Pick<BrowserBundles, NoticePart>;

/** JSON that may stand in a script, inline ones included: no `</script>` or `<!--` can arise. Equal data make equal bytes. */
const embed = (data: unknown) => canonicalJson(data).replaceAll('<', '\\u003c');

/** What `/c/<site>.js` brings, and `/c/<site>.strict.js`. */
export type CorePart = 'core' | 'strict';

/** The text of these scripts: the facts, what this site needs besides, the program. */
export function coreScript(config: RuntimeConfig, bundles: BrowserBundles, part: CorePart = 'core'): string {
  const { signals, handover } = bundles;
  const own = [
    ...(config.records !== false && spansDomains(config.domains) ? [handover] : []),
    ...Object.keys(config.signals ?? {}).map((vendor) => signals[vendor] ?? ''),
  ];
  return `{const AVOWAL_SIGNALS=[],AVOWAL_LOG=[],AVOWAL_CONFIG=${embed(config)};${[...own, bundles[part]].join(';')}}`;
}

/** A regular expression as it may stand in a script. */
const literal = (source: string) => String(new RegExp(source, 'i')).replaceAll('<', '\\x3c');

/** Begin of the addresses of the UI's scripts. */
const uiAddress = ({ server, site, uiRevision }: RuntimeConfig) => `${server}/c/${site}/ui.${uiRevision}`;

/**
 * The text of the inline script before the core: the preload of the notice where there is something to ask, then the guard
 * with what is optional, by address and by name.
 */
export function guardScript(
  config: RuntimeConfig,
  { guard, preload }: Pick<BrowserBundles, 'guard' | 'preload'>,
): string {
  const asks = config.purposes.some(({ required }) => !required);
  return (
    (asks ? `{const AVOWAL_PRELOAD=${embed([uiAddress(config), config.locales])};${preload}}` : '') +
    `{const AVOWAL_GUARD=[${compileGuard(config).map(literal).join()}];${guard}}`
  );
}

/** The two scripts of the UI: what shows at first, and what is loaded when somebody looks closer. */
export type NoticePart = 'ui' | 'details';

/** The text of `/c/<site>/<part>.<revision>.<locale>.js`: a classic script and a module. */
export function noticeScript(part: NoticePart, content: NoticeContent, bundles: NoticeBundles): string {
  const { details, ...first } = content;
  return part === 'ui'
    ? `{const AVOWAL_NOTICE=${embed(first)};${bundles.ui}}`
    : `const AVOWAL_DETAILS=${embed(details)};${bundles.details}`;
}
