import { type Command, Option } from 'commander';
import { AvowalError } from '../../model/errors.ts';
import {
  createToken,
  readTokens,
  revokeToken,
  TOKEN_SCOPES,
  type TokenScope,
} from '../../server/tokens/api-tokens.ts';
import type { CliCommand } from '../cli-command.ts';
import { dataOption } from '../common-options.ts';
import { plainText } from '../plain-text.ts';
import { printTable } from '../print-table.ts';
import { type CommonOptions, openTerminal } from '../terminal.ts';

interface TokenFlags extends CommonOptions {
  readonly data: string;
}

interface CreateFlags extends TokenFlags {
  readonly site?: string;
  readonly allSites?: boolean;
  readonly scope: readonly TokenScope[];
}

const EXAMPLES = `
Examples:
  avowal token create "Monthly report" --site shop --scope statistics
  avowal token create Prometheus --all-sites --scope metrics
  avowal token list
  avowal token revoke 3f0e7c1a

A token lets a program read what it names and nothing else; the access key of the dashboard opens everything. Running servers
know at once of a new one and of one that was revoked. Send it as "Authorization: Bearer <token>".`;

function create(name: string, { data, site, allSites, scope, ...flags }: CreateFlags): void {
  if ((site === undefined) !== (allSites === true))
    throw new AvowalError('USAGE', { problem: 'token create needs either --site ID or --all-sites.' });
  const { token, kept } = createToken(data, { name, site: site ?? null, scopes: [...new Set(scope)] });
  const terminal = openTerminal(flags);
  terminal.printJson({ token, id: kept.id, site: kept.site, scopes: kept.scopes });
  terminal.print(`${token}\n\nIt is shown this once. To take it away:  avowal token revoke ${kept.id}`);
}

function list({ data, ...flags }: TokenFlags): void {
  const tokens = readTokens(data);
  const terminal = openTerminal(flags);
  terminal.printJson(tokens.map(({ hash, ...token }) => token));
  const rows = tokens.map(({ id, name, site, scopes, createdAt }) => [
    id,
    plainText(name),
    site ?? 'all sites',
    scopes.join(', '),
    createdAt.slice(0, 10),
  ]);
  terminal.print(rows.length === 0 ? 'There are no tokens.' : printTable(rows));
}

function revoke(id: string, { data, ...flags }: TokenFlags): void {
  const isRevoked = revokeToken(data, id);
  const terminal = openTerminal(flags);
  terminal.printJson({ revoked: isRevoked });
  terminal.print(isRevoked ? `Revoked: ${id}.` : `There is no token with the id "${plainText(id)}".`);
  if (!isRevoked) process.exitCode = 1;
}

const token: CliCommand = {
  id: 'token',
  register: (program: Command) => {
    const group = program.command('token').description('tokens for programs: create, list and revoke them');
    const add = (name: string, description: string) =>
      group.command(name).description(description).addOption(dataOption()).addHelpText('after', EXAMPLES);
    add('create', 'make a token for a program')
      .argument('<NAME>', 'who will hold it')
      .option('--site <ID>', 'the only site that it opens')
      .option('--all-sites', 'instead, every site of this server')
      .addOption(
        new Option('--scope <SCOPES...>', 'what it may read').choices(TOKEN_SCOPES).makeOptionMandatory(),
      )
      .action(create);
    add('list', 'list the tokens, without what opens anything').action(list);
    add('revoke', 'take a token away').argument('<ID>', 'id of the token, from "list"').action(revoke);
  },
};

export default token;
