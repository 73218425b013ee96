import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import type { RuntimeConfig } from '../model/runtime-config.ts';
import { gateAttributes } from './gate-attributes.ts';

function gateNode(node: DefaultTreeAdapterTypes.Node, config: RuntimeConfig, base: string): boolean {
  let changed = 'tagName' in node && gateAttributes(node.tagName, node.attrs, config, base);
  const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  for (const child of children) changed = gateNode(child, config, base) || changed;
  return changed;
}

/** Gates the elements of HTML that stands inside something else: `<noscript>` or `srcdoc`. Unchanged text stays as it was. */
export function gateFragment(html: string, config: RuntimeConfig, base: string): string {
  const fragment = parseFragment(html, { scriptingEnabled: false });
  return gateNode(fragment, config, base) ? serialize(fragment, { scriptingEnabled: false }) : html;
}
