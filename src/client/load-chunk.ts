import { config } from './config.ts';
import { coreNonce, setAttribute } from './natives.ts';

/** Runs `/c/<site>/<name>.js` of the server; rejects where it does not arrive. */
export const loadChunk = (name: string): Promise<void> =>
  new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.nonce = coreNonce;
    setAttribute(script, 'src', `${config.server}/c/${config.site}/${name}.js`);
    script.onload = resolve as () => void;
    // The browser itself says in the console what did not arrive.
    script.onerror = reject;
    document.head.append(script);
  });
