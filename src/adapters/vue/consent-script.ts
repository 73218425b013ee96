import { type DefineSetupFnComponent, defineComponent } from 'vue';
import { mountScript, type ScriptOptions, scriptMarkup } from '../script.ts';
import { useHost } from './use-host.ts';

/** A script of another site that runs once its purpose or service is granted, once a page; its attributes are the script's. */
export const ConsentScript: DefineSetupFnComponent<ScriptOptions> = defineComponent(
  (props: ScriptOptions, { attrs }) => {
    const options = () => ({ ...attrs, ...props });
    return useHost(
      () => scriptMarkup(options()),
      (host) => mountScript(host, options()),
      { hidden: true },
    );
  },
  {
    name: 'ConsentScript',
    inheritAttrs: false,
    props: [
      'purpose',
      'service',
      'src',
      'type',
      'async',
      'crossOrigin',
      'id',
      'integrity',
      'nonce',
      'referrerPolicy',
    ],
  },
);
