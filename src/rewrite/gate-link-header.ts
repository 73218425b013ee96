import type { RuntimeService } from '../model/runtime-config.ts';
import { isLoadingLink } from './loading-attributes.ts';
import { readSrcset } from './read-srcset.ts';

/** Splits a list header at its commas, those in `<…>` and in quoted strings left out (RFC 8288 §3, RFC 9110 §5.6.1). */
function splitList(header: string): string[] {
  const parts: string[] = [''];
  let closing = '';
  for (let i = 0; i < header.length; i++) {
    const character = header[i] as string;
    if (closing === '' && character === ',') {
      parts.push('');
      continue;
    }
    parts[parts.length - 1] += character;
    if (closing === '"' && character === '\\') parts[parts.length - 1] += header[++i] ?? '';
    else if (character === closing) closing = '';
    else if (closing === '' && (character === '"' || character === '<'))
      closing = character === '<' ? '>' : '"';
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

const parameter = (link: string, name: string) =>
  new RegExp(`;\\s*${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i')
    .exec(link)
    ?.slice(1)
    .find((value) => value !== undefined);

/** A `Link` header without what would make a browser call an optional service; empty where nothing is left. */
export function gateLinkHeader(
  header: string,
  find: (address: string) => RuntimeService | undefined,
): string {
  const isAllowed = (link: string) => {
    if (!isLoadingLink(parameter(link, 'rel') ?? '')) return true;
    const addresses = [
      link.slice(link.indexOf('<') + 1, link.indexOf('>')),
      ...readSrcset(parameter(link, 'imagesrcset') ?? ''),
    ];
    return !addresses.some(find);
  };
  const links = splitList(header);
  const allowed = links.filter(isAllowed);
  return allowed.length === links.length ? header : allowed.join(', ');
}
