import { holdAttribute, setByScript } from './hold.ts';
import { LOADERS, LOADING_ATTRIBUTES } from './loading-attributes.ts';
import { guardConstructor, guardMethod, guardSetter } from './patch.ts';

/** Keeps what a script sets where it would call a blocked service; whether it would. */
export const held = (element: Element, name: unknown, value: unknown): unknown =>
  holdAttribute(element, String(name).toLowerCase(), String(value)) && setByScript.add(element);

/** Holds back what scripts set: `image.src = …`, `element.setAttribute('src', …)`. */
export function patchElements(): void {
  const classes = LOADERS.split(',').map((tag) => Object.getPrototypeOf(document.createElement(tag)));
  for (const prototype of [HTMLMediaElement.prototype, ...classes]) {
    for (const name of LOADING_ATTRIBUTES) {
      // The one property whose name is not its attribute's.
      guardSetter(prototype, name.replace('es', 'eS'), (value, self, set) => {
        if (!held(self, name, value)) set(value);
      });
    }
  }
  // Its argument reaches the browser past the property.
  guardConstructor('Audio', (args, proceed) => {
    const [src] = args.splice(0);
    return Object.assign(proceed(), src && { src });
  });
  // The second has the namespace before the name.
  ['setAttribute', 'setAttributeNS'].forEach((method, at) => {
    guardMethod(Element.prototype, method, (args, self, proceed) => {
      if (!held(self as Element, args[at], args[at + 1])) proceed();
    });
  });
}
