import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import type { RuntimeConfig } from '../model/runtime-config.ts';
import { followBase } from './follow-base.ts';
import { gateAttributes } from './gate-attributes.ts';

function gateNode(
  node: DefaultTreeAdapterTypes.Node,
  config: RuntimeConfig,
  follow: ReturnType<typeof followBase>,
): boolean {
  let changed =
    'tagName' in node && gateAttributes(node.tagName, node.attrs, config, follow(node.tagName, node.attrs));
  const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  for (const child of children) changed = gateNode(child, config, follow) || changed;
  return changed;
}

/** Gates the elements of HTML that stands inside something else: `<noscript>` or `srcdoc`. Unchanged text stays as it was. */
export function gateFragment(html: string, config: RuntimeConfig, base: string): string {
  const fragment = parseFragment(html, { scriptingEnabled: false });
  return gateNode(fragment, config, followBase(base))
    ? serialize(fragment, { scriptingEnabled: false })
    : html;
}
