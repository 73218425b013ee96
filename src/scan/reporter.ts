import type { Inventory } from '../model/inventory.ts';

/** What a reporter works from. */
export interface ReportInput {
  readonly inventory: Inventory;
  /** Pictures by the file name that the inventory gives: `data:` URLs. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** One format of a scan's result: one file each in `reporters/`. */
export interface Reporter {
  /** Equal to its file name. */
  readonly id: string;
  /** Name of the file beside the inventory. */
  readonly file: string;
  render(input: ReportInput): string;
}
