import { addFunctionSignal } from '../function-signal.ts';
import { siteConfig as config } from '../site-config.ts';

/**
 * Meta's pixel: `revoke` before its `init`, `grant` on consent (VND-META-001). Limited data use answers the opt-out of US
 * states; 0, 0 lets Meta find the state (VND-META-002).
 */
addFunctionSignal('meta', 'fbq', 'fbevents', (granted) => [
  ...(config.regime.id.startsWith('us') ? [['dataProcessingOptions', granted ? [] : ['LDU'], 0, 0]] : []),
  ['consent', granted ? 'grant' : 'revoke'],
]);
