import { guardMethod, guardSetter } from '../block/patch.ts';
import { held } from '../block/patch-elements.ts';
import { everywhere } from '../block/realms.ts';
import { inherit } from './inherit.ts';

/** Holds back attributes that scripts set as nodes: `setAttributeNode`, `attributes.setNamedItem`, `attribute.value = …`. */
export function guardAttributeNodes(): void {
  for (const name of ['setAttributeNode', 'setAttributeNodeNS']) {
    guardMethod(Element.prototype, name, ([node], self, proceed) => {
      const { name: attribute, value } = node as Attr;
      return held(self as Element, attribute, value) ? null : proceed();
    });
  }
  for (const name of ['setNamedItem', 'setNamedItemNS']) {
    guardMethod(NamedNodeMap.prototype, name, ([node], _, proceed) => {
      const replaced = proceed();
      const { name: attribute, value, ownerElement } = node as Attr;
      // The map does not tell whose it is; in most browsers nothing loads before the script gives way.
      if (ownerElement && held(ownerElement, attribute, value)) ownerElement.removeAttribute(attribute);
      return replaced;
    });
  }
  everywhere((realm) => {
    for (const name of ['textContent', 'nodeValue']) inherit(realm.Attr.prototype, name);
  });
  for (const name of ['value', 'textContent', 'nodeValue']) {
    guardSetter(Attr.prototype, name, (value, self, set) => {
      const { ownerElement, name: attribute } = self as unknown as Attr;
      if (!ownerElement || !held(ownerElement, attribute, value)) set(value);
    });
  }
  // Of the text in `image.href` nobody could tell whose it is.
  const owners = new WeakMap<object, Element>();
  everywhere((realm) => {
    for (const { prototype } of [realm.SVGImageElement, realm.SVGScriptElement]) {
      const native = Object.getOwnPropertyDescriptor(prototype, 'href');
      Object.defineProperty(prototype, 'href', {
        ...native,
        get(this: Element) {
          const href = native?.get?.call(this);
          owners.set(href, this);
          return href;
        },
      });
    }
  });
  guardSetter(SVGAnimatedString.prototype, 'baseVal', (value, self, set) => {
    const owner = owners.get(self);
    if (!owner || !held(owner, 'href', value)) set(value);
  });
}
