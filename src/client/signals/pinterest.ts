import { addFunctionSignal } from '../function-signal.ts';

/** Pinterest's tag: `setconsent` before its `load`, and on every choice (VND-PIN-001). */
addFunctionSignal('pinterest', 'pintrk', 'pinimg', (granted) => [['setconsent', granted]]);
