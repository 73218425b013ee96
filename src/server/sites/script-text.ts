import type { NoticeContent } from '../../model/notice.ts';
import type { RuntimeConfig } from '../../model/runtime-config.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { BrowserBundles } from './browser-bundles.ts';

/** The programs of the UI's two scripts. */
export type NoticeBundles = Pick<BrowserBundles, NoticePart>;

/** JSON that may stand in a script, inline ones included: no `</script>` or `<!--` can arise. Equal data make equal bytes. */
const embed = (data: unknown) => canonicalJson(data).replaceAll('<', '\\u003c');

/** The text of `/c/<site>.js`: the facts, the signals that this site uses, the core. */
export function coreScript(config: RuntimeConfig, { core, signals }: BrowserBundles): string {
  const own = Object.keys(config.signals ?? {}).map((vendor) => signals[vendor] ?? '');
  return `{const AVOWAL_SIGNALS=[],AVOWAL_LOG=[],AVOWAL_CONFIG=${embed(config)};${[...own, core].join(';')}}`;
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
