import { type DefineSetupFnComponent, defineComponent } from 'vue';
import { type EmbedOptions, embedMarkup, mountEmbed } from '../embed.ts';
import { useHost } from './use-host.ts';

/** A frame that loads once its purpose or service is granted; until then the runtime's placeholder stands there. */
export const ConsentEmbed: DefineSetupFnComponent<EmbedOptions> = defineComponent(
  (options: EmbedOptions) =>
    useHost(
      () => embedMarkup(options),
      (host) => mountEmbed(host, { ...options }),
    ),
  {
    name: 'ConsentEmbed',
    props: [
      'purpose',
      'service',
      'src',
      'title',
      'width',
      'height',
      'allow',
      'allowFullScreen',
      'loading',
      'name',
      'referrerPolicy',
      'sandbox',
    ],
  },
);
