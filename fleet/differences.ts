/** What two lists do not have in common, `-` only in the first and `+` only in the second. */
export const differencesOf = (first: readonly string[], second: readonly string[]): string[] => [
  ...first.filter((line) => !second.includes(line)).map((line) => `- ${line}`),
  ...second.filter((line) => !first.includes(line)).map((line) => `+ ${line}`),
];
