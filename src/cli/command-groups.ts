/** Headings of the help, each with its commands in the order in which a person meets them. */
export const COMMAND_GROUPS: Readonly<Record<string, readonly string[]>> = {
  'A site that asks:': ['scan', 'init', 'serve', 'policy', 'build'],
  'Whether it keeps its word:': ['audit', 'worker'],
  'Records and their proof:': ['records', 'verify', 'backup', 'restore'],
};

/** Heading over all other commands. */
export const OTHER_COMMANDS = 'Set-up:';
