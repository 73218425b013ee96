/** The short name of a configuration's hash that policy and records share (POL-007). */
export const policyVersion = (configHash: string): string => configHash.slice(0, 12);
