/** What the UI loads when somebody looks closer, where an embed waits, and when something denied is to be deleted. */
export { cleanUp } from './clean-up.ts';
export { deleteDenied } from './delete-denied.ts';
export { fillPreferences } from './fill-preferences.ts';
export { readReceipt } from './read-receipt.ts';
export { giveBackAllowed, showPlaceholder } from './show-placeholder.ts';
export { stopRunning } from './stop-running.ts';
