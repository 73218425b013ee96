/** Which records to erase: those that ended before a time, or those of one consent id. */
export type ErasureScope =
  | { readonly endedBefore: Date; readonly consentId?: never }
  | { readonly consentId: string; readonly endedBefore?: never };
