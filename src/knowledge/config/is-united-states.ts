/** Whether a regime is one of the United States, by its id: `us`, `us-ca` … */
export const isUnitedStates = (regime: string): boolean => /^us(-|$)/.test(regime);
