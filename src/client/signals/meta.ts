import { config } from '../config.ts';
import { addFunctionSignal } from '../function-signal.ts';

/**
 * Meta's pixel: `revoke` before its `init`, `grant` on consent (VND-META-001). Limited data use answers the opt-out of US
 * states; 0, 0 lets Meta find the state (VND-META-002).
 */
addFunctionSignal('meta', 'fbq', 'fbevents', (granted) => [
  ...(/^us/.test(config.regime.id) ? [['dataProcessingOptions', granted ? [] : ['LDU'], 0, 0]] : []),
  ['consent', granted ? 'grant' : 'revoke'],
]);
