import { type EmbedOptions, mountEmbed } from '../embed.ts';
import { mountScript, type ScriptOptions } from '../script.ts';

/** What Svelte calls with the element of `{@attach …}`; it returns what to do at the end. */
export type Attachment = (host: Element) => () => void;

/** Shows a frame in an empty element once its purpose or service is granted; until then the runtime's placeholder. */
export const consentEmbed =
  (options: EmbedOptions): Attachment =>
  (host) =>
    mountEmbed(host, options);

/** Runs a script in an empty element once its purpose or service is granted, once a page. */
export const consentScript =
  (options: ScriptOptions): Attachment =>
  (host) =>
    mountScript(host, options);
