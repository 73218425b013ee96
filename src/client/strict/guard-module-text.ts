import { blockedService } from '../block/blocked-service.ts';
import { setByScript } from '../block/hold.ts';
import { guardSetter } from '../block/patch.ts';
import { everywhere } from '../block/realms.ts';
import { setAttribute } from '../natives.ts';
import { inherit } from './inherit.ts';

/** An `import` or `export … from` with its address; what looks like one in a comment counts too. */
const IMPORT = /\b(?:import|from)\b[\s(]*(?:"([^"\n]*)"|'([^'\n]*)')/g;

/** Makes a module wait that imports from a blocked service: nothing can hold back an import of code that runs. */
function holdModule(script: HTMLScriptElement): void {
  if (script.type !== 'module') return;
  const service = [...script.text.matchAll(IMPORT)]
    .map(([, double, single]) => blockedService(double ?? single))
    .find(Boolean);
  if (!service) return;
  setAttribute(script, 'data-avowal-type', 'module');
  setAttribute(script, 'type', 'text/plain');
  setAttribute(script, 'data-avowal', service.id);
  setByScript.add(script);
}

/** Holds back inline modules that scripts write; the type may be set before the text or after it. */
export function guardModuleText(): void {
  const texts = ['textContent', 'innerHTML', 'innerText'];
  everywhere((realm) => {
    for (const name of texts) inherit(realm.HTMLScriptElement.prototype, name);
  });
  for (const name of [...texts, 'text', 'type']) {
    guardSetter(HTMLScriptElement.prototype, name, (value, self, set) => {
      set(value);
      // One in the page has begun with its text.
      if (!self.isConnected) holdModule(self as HTMLScriptElement);
    });
  }
}
