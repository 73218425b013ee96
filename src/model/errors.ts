/** Exit codes of the command line: 2 = wrong usage or configuration, 3 = could not do it. */
export type ErrorExit = 2 | 3;

interface ErrorEntry {
  readonly exit: ErrorExit;
  /** What happened; `{name}` is filled in. */
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
}

/** A stable error code. */
export type ErrorCode =
  | 'USAGE'
  | 'CONFIG_MISSING'
  | 'CONFIG_SYNTAX'
  | 'CONFIG_INVALID'
  | 'CONFIG_UNLAWFUL'
  | 'INVENTORY_MISSING'
  | 'INVENTORY_INVALID'
  | 'BASELINE_MISSING'
  | 'BASELINE_INVALID'
  | 'URL_INVALID'
  | 'ADDRESS_REFUSED'
  | 'BROWSER_MISSING'
  | 'BROWSER_FAILED'
  | 'BROWSER_INSTALL_FAILED'
  | 'SITE_UNREACHABLE'
  | 'SCAN_INTERRUPTED'
  | 'PORT_IN_USE'
  | 'LISTEN_FAILED'
  | 'BUNDLE_MISSING'
  | 'STORE_FAILED'
  | 'LOG_KEYS_INVALID'
  | 'LOG_CONTRADICTED'
  | 'RECEIPT_INVALID'
  | 'TOKENS_INVALID'
  | 'KEY_UNREADABLE'
  | 'SERVER_UNREACHABLE'
  | 'BACKUP_INVALID'
  | 'FOLDER_TAKEN'
  | 'WRITE_FAILED';

/** Every error that Avowal raises on purpose: a stable code, what happened, what to do. */
export const ERRORS: Readonly<Record<ErrorCode, ErrorEntry>> = {
  USAGE: { exit: 2, what: '{problem}', todo: 'Run "avowal --help" to see what each command takes.' },
  CONFIG_MISSING: {
    exit: 2,
    what: 'There is no configuration at {file}.',
    todo: 'Run "avowal scan URL" and then "avowal init" to make one, or name one with --config FILE.',
  },
  CONFIG_SYNTAX: {
    exit: 2,
    what: '{file} is not valid JSON: {problem}',
    todo: 'Mend the place named; an editor that knows JSON shows it.',
  },
  CONFIG_INVALID: { exit: 2, what: '{file}: {path} {problem}', todo: '{fix}' },
  CONFIG_UNLAWFUL: {
    exit: 2,
    what: '{file}: {path} is refused by rule {rule} ({source}): {problem}',
    todo: '{fix}',
  },
  INVENTORY_MISSING: {
    exit: 2,
    what: 'There is no scan at {file}.',
    todo: 'Run "avowal scan URL" first, or name the folder of a scan.',
  },
  INVENTORY_INVALID: {
    exit: 2,
    what: '{file} is not an inventory that this version can read: {problem}',
    todo: 'Make a new one with "avowal scan URL".',
  },
  BASELINE_MISSING: {
    exit: 2,
    what: 'There is no baseline at {file}.',
    todo: 'Make it once with --write-baseline {file}, look at what it holds, and commit it.',
  },
  BASELINE_INVALID: {
    exit: 2,
    what: '{file} is not a baseline that this version can read: {problem}.',
    todo: 'Make a new one with --write-baseline {file}.',
  },
  URL_INVALID: {
    exit: 2,
    what: '"{url}" is not a web address.',
    todo: 'Write it in full, such as https://www.example.org/.',
  },
  ADDRESS_REFUSED: {
    exit: 3,
    what: '{host} leads to {address}, a private or loopback address.',
    todo: 'To scan a site on your own machine or network, add --allow-private.',
  },
  BROWSER_MISSING: {
    exit: 3,
    what: 'No Chromium, Chrome or Edge was found on this machine.',
    todo: 'Run "avowal browser install", or name one with --browser FILE or AVOWAL_BROWSER.',
  },
  BROWSER_FAILED: {
    exit: 3,
    what: 'The browser {browser} did not start: {problem}',
    todo: 'Try another one with --browser FILE, or run "avowal browser install".',
  },
  BROWSER_INSTALL_FAILED: {
    exit: 3,
    what: 'No browser could be installed: {problem}',
    todo: 'Install Chromium or Chrome by hand and name it with AVOWAL_BROWSER.',
  },
  SITE_UNREACHABLE: {
    exit: 3,
    what: '{url} could not be loaded: {problem}',
    todo: 'Check the address and the connection; a certificate that nobody signed needs --insecure.',
  },
  SCAN_INTERRUPTED: {
    exit: 3,
    what: 'The scan was stopped; {pages} page visits are kept in {folder}.',
    todo: 'Go on with "{command}".',
  },
  PORT_IN_USE: {
    exit: 3,
    what: 'Port {port} is in use.',
    todo: 'Stop what uses it, or choose another with --port.',
  },
  LISTEN_FAILED: {
    exit: 3,
    what: 'The server could not listen at {host}, port {port}: {problem}',
    todo: 'Choose another port with --port (ports below 1024 need special rights), or another address with --host.',
  },
  BUNDLE_MISSING: {
    exit: 3,
    what: 'The browser script {file} is missing.',
    todo: 'Run "npm run bundle"; an installed package always has it, so install it again there.',
  },
  STORE_FAILED: {
    exit: 3,
    what: 'The store {file} could not be used: {problem}',
    todo: 'Check that the folder exists, is writable and has space left.',
  },
  LOG_KEYS_INVALID: {
    exit: 3,
    what: 'The keys of the record log in {file} cannot be used: {problem}',
    todo: 'Restore that file from a backup: receipts can be checked only with the keys that signed them.',
  },
  LOG_CONTRADICTED: {
    exit: 3,
    what: 'The record log contradicts the last checkpoint that was signed: {problem}.',
    todo: 'Restore the newest copy of the whole data folder. Where there is none, "avowal records new-log" goes on under a new name, and says what that costs.',
  },
  RECEIPT_INVALID: {
    exit: 2,
    what: '{file} is not a receipt: {problem}',
    todo: 'Get it again from where it was saved, as JSON and unchanged.',
  },
  TOKENS_INVALID: {
    exit: 3,
    what: 'The tokens in {file} cannot be read: {problem}',
    todo: 'Take the file from a backup, or delete it and make new tokens; until then no token opens anything.',
  },
  KEY_UNREADABLE: {
    exit: 3,
    what: 'No key of a record log could be read from {source}: {problem}',
    todo: 'Name a file or an address that holds what /api/v1/log/keys of the server says.',
  },
  SERVER_UNREACHABLE: {
    exit: 3,
    what: 'The server at {url} did not sign what is built: {problem}',
    todo: 'Start "avowal serve" there with the same configuration and the same version, or name its data folder with --data DIR.',
  },
  BACKUP_INVALID: {
    exit: 3,
    what: '{folder} is no whole backup: {problem}',
    todo: 'Name the folder that "avowal backup" wrote, or take an older backup; nothing was restored.',
  },
  FOLDER_TAKEN: {
    exit: 3,
    what: '{folder} is there already, and not empty.',
    todo: 'Name another folder, or move this one away first and keep it until all is well.',
  },
  WRITE_FAILED: {
    exit: 3,
    what: '{file} could not be written: {problem}',
    todo: 'Check that the folder exists, is writable and has space left.',
  },
};

const fill = (text: string, facts: Readonly<Record<string, string | number>>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '?'));

/** An error from the catalogue: `message` says what happened, `todo` what to do, `exit` how the command ends. */
export class AvowalError extends Error {
  readonly code: ErrorCode;
  readonly todo: string;
  readonly exit: ErrorExit;

  constructor(code: ErrorCode, facts: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(fill(ERRORS[code].what, facts), { cause });
    this.name = 'AvowalError';
    this.code = code;
    this.todo = fill(ERRORS[code].todo, facts);
    this.exit = ERRORS[code].exit;
  }
}
