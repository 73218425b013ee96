import type { Reporter } from '../reporter.ts';

/** The inventory as it is: what "avowal init" and other programs read. */
const json: Reporter = {
  id: 'json',
  file: 'inventory.json',
  render: ({ inventory }) => `${JSON.stringify(inventory, null, 2)}\n`,
};

export default json;
