import { note } from './debug/debug-log.ts';
import { isHeld } from './is-held.ts';
import { addSignal, answerFor, attempt, type IsGranted } from './signal.ts';

type Command = readonly unknown[];
type Vendor = ((...command: Command) => void) & { readonly queue?: unknown };

/**
 * Tells a vendor whose snippet defines a global function with a queue: before the page's own first call of it, and on
 * every choice. The snippets load nothing where the name is taken, so that a stand-in is there only while the snippet
 * itself, known by `loader` in its text, is marked and waits. The calls that it took follow those of the snippet.
 */
export function addFunctionSignal(
  vendor: string,
  name: string,
  loader: string,
  commands: (granted: boolean) => readonly Command[],
): void {
  const page = window as unknown as Record<string, Vendor | undefined>;
  const waiting: Command[] = [];
  let granted = false;
  let current = page[name];
  let told: Vendor | undefined;
  const tell = () => {
    for (const command of told ? commands(granted) : []) {
      told?.(...command);
      note('signal', [vendor, ...command]);
    }
  };
  const learn = (isGranted: IsGranted) => {
    granted = answerFor(vendor, isGranted);
    tell();
  };
  attempt(() =>
    Object.defineProperty(page, name, {
      configurable: true,
      get() {
        const own = current;
        if (own?.queue && !told) {
          told = own;
          attempt(tell);
          setTimeout(() => {
            for (const command of waiting) own(...command);
          });
        }
        return own ?? (isHeld(loader) ? (...command: Command) => waiting.push(command) : own);
      },
      set(value) {
        current = value;
      },
    }),
  );
  addSignal({ start: learn, update: learn });
}
