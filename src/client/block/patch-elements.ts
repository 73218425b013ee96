import { holdAttribute, setByScript } from './hold.ts';
import { LOADERS, LOADING_ATTRIBUTES } from './loading-attributes.ts';
import { guardConstructor, guardMethod, guardSetter } from './patch.ts';

/** Holds back what scripts set: `image.src = …`, `element.setAttribute('src', …)`. */
export function patchElements(): void {
  for (const tag of LOADERS.split(',')) {
    const prototype = Object.getPrototypeOf(document.createElement(tag));
    for (const name of LOADING_ATTRIBUTES) {
      // The one property whose name is not its attribute's.
      guardSetter(prototype, name.replace('es', 'eS'), (value, self, set) => {
        if (holdAttribute(self, name, value)) setByScript.add(self);
        else set(value);
      });
    }
  }
  // Its argument reaches the browser past the property.
  guardConstructor('Audio', (args, proceed) => {
    const [src] = args.splice(0);
    return Object.assign(proceed(), src !== undefined && { src });
  });
  guardMethod(Element.prototype, 'setAttribute', ([name, value], self, proceed) => {
    if (holdAttribute(self as Element, String(name).toLowerCase(), value)) setByScript.add(self as Element);
    else proceed();
  });
}
