import type { NoticeConfig } from '../../model/notice.ts';
import type { RuntimeConfig } from '../../model/runtime-config.ts';
import { canonicalJson } from '../canonical-json.ts';

/** JSON that may stand in a script, inline ones included: no `</script>` or `<!--` can arise. Equal data make equal bytes. */
const embed = (data: unknown) => canonicalJson(data).replaceAll('<', '\\u003c');

/** The text of `/c/<site>.js`. */
export function coreScript(config: RuntimeConfig, bundle: string): string {
  return `{const AVOWAL_CONFIG=${embed(config)};${bundle}}`;
}

/** The text of `/c/<site>/ui.<revision>.<locale>.js`. */
export function noticeScript(config: NoticeConfig, bundle: string): string {
  return `{const AVOWAL_NOTICE=${embed(config)};${bundle}}`;
}
