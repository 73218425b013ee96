import { AvowalError } from '../model/errors.ts';

/** An address without the slash at its end. Throws USAGE for what no page could load a script from. */
export function readBase(option: string, text: string): string {
  const base = text.replace(/\/+$/, '');
  if (base === '' || /^\/(?!\/)[^\s"'<>?#]*$/.test(base)) return base;
  if (/^https?:/.test(base) && URL.canParse(base)) return base;
  throw new AvowalError('USAGE', {
    problem: `${option} is "${text}": write a path such as /shop, or an address such as https://consent.example.org.`,
  });
}
