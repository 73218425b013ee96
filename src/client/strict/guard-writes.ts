import { guardMethod } from '../block/patch.ts';

/** A tag at the end of a text that does not end there (HTML §13.2.5.6 and following, near enough). */
const OPEN_TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*(?:"[^"]*|'[^']*)?$/i;

/** Lets `document.write` see whole tags: a tag that one call begins waits for the call that ends it, no longer than the script. */
export function guardWrites(): void {
  const begun = new WeakMap<object, string>();
  for (const name of ['write', 'writeln']) {
    guardMethod(Document.prototype, name, (args, self, proceed) => {
      // What is no text is trusted HTML, which a script makes as a whole.
      if (!args.every((arg) => typeof arg === 'string')) return proceed();
      const text = (begun.get(self) ?? '') + args.join('') + (name === 'write' ? '' : '\n');
      const end = text.search(OPEN_TAG);
      const pass = (html: string) => {
        args.splice(0, args.length, html);
        proceed();
      };
      begun.delete(self);
      if (end < 0) return pass(text);
      begun.set(self, text.slice(end));
      if (end > 0) pass(text.slice(0, end));
      queueMicrotask(() => {
        const rest = begun.get(self);
        // A parser that has come to its end drops such a tag.
        if (rest === undefined || (self as Document).readyState !== 'loading') return;
        begun.delete(self);
        pass(rest);
      });
    });
  }
}
