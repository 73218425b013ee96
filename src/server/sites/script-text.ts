import type { NoticeConfig } from '../../model/notice.ts';
import type { RuntimeConfig } from '../../model/runtime-config.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { BrowserBundles } from './browser-bundles.ts';

/** JSON that may stand in a script, inline ones included: no `</script>` or `<!--` can arise. Equal data make equal bytes. */
const embed = (data: unknown) => canonicalJson(data).replaceAll('<', '\\u003c');

/** The text of `/c/<site>.js`: the facts, the signals that this site uses, the core. */
export function coreScript(config: RuntimeConfig, { core, signals }: BrowserBundles): string {
  const own = Object.keys(config.signals ?? {}).map((vendor) => signals[vendor] ?? '');
  return `{const AVOWAL_SIGNALS=[],AVOWAL_LOG=[],AVOWAL_CONFIG=${embed(config)};${[...own, core].join(';')}}`;
}

/** The text of `/c/<site>/ui.<revision>.<locale>.js`. */
export function noticeScript(config: NoticeConfig, bundle: string): string {
  return `{const AVOWAL_NOTICE=${embed(config)};${bundle}}`;
}
