import { parseAst } from 'rolldown/parseAst';

/** One test as it reads: the names of its groups and its own. */
export interface TestName {
  readonly groups: readonly string[];
  readonly name: string;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

interface Context {
  /** Values of the constants of the file, by name. */
  readonly constants: ReadonlyMap<string, Node>;
  readonly mark: RegExp;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

function constantsOf(node: Node, found: Map<string, Node> = new Map()): Map<string, Node> {
  if (node.type === 'VariableDeclarator' && isNode(node.init))
    found.set((node.id as Node & { name: string }).name, bare(node.init));
  for (const child of childrenOf(node)) constantsOf(child, found);
  return found;
}

/** The expression without `as const`, `satisfies …` and brackets around it. */
const bare = (node: Node): Node => (isNode(node.expression) ? bare(node.expression) : node);

function textOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral')
    return (node.quasis as { value: { cooked: string } }[])
      .map(({ value }) => value.cooked)
      .join('…')
      .replace(/…+/g, '…');
  return undefined;
}

/** `it.each(table)` is read from its end: the function, the names behind its dots, the table. */
function readCallee(callee: Node): { root: string; modifiers: string[]; table?: Node } {
  if (callee.type === 'Identifier') return { root: String(callee.name), modifiers: [] };
  if (callee.type === 'MemberExpression') {
    const { root, modifiers, table } = readCallee(callee.object as Node);
    return {
      root,
      modifiers: [...modifiers, String((callee.property as Node).name)],
      ...(table && { table }),
    };
  }
  if (callee.type === 'CallExpression') {
    const inner = readCallee(callee.callee as Node);
    const [table] = callee.arguments as Node[];
    return inner.modifiers.at(-1) === 'each' && table ? { ...inner, table } : inner;
  }
  return { root: '', modifiers: [] };
}

/** Cells of a row as text; what is no text stays unsaid. */
function cellsOf(row: Node): (string | undefined)[] {
  const cell = bare(row);
  const cells = cell.type === 'ArrayExpression' ? (cell.elements as Node[]) : [cell];
  return cells.map((item) => textOf(bare(item)));
}

/** A name of `.each` once for each row that holds a mark, and once with … for all others. */
function expand(name: string, table: Node | undefined, { constants, mark }: Context): string[] {
  const list = table?.type === 'Identifier' ? constants.get(String(table.name)) : table && bare(table);
  const rows = list?.type === 'ArrayExpression' ? (list.elements as Node[]).map(cellsOf) : [[]];
  const fill = (cells: (string | undefined)[]) => {
    const isMarked = cells.some((cell) => cell !== undefined && mark.test(cell));
    let next = 0;
    return name.replace(/%[sidjo]|\$\w+/g, () => (isMarked ? cells[next++] : undefined) ?? '…');
  };
  return [...new Set(rows.map(fill))];
}

/** The tests of a file, skipped ones left out; rows of tables in which `mark` is found are named one by one. */
export function readTestNames(text: string, file: string, mark: RegExp): TestName[] {
  const program = parseAst(text, { lang: 'ts' }, file) as unknown as Node;
  const context = { constants: constantsOf(program), mark };
  const walk = (node: Node, groups: readonly string[]): TestName[] => {
    const { root, modifiers, table } =
      node.type === 'CallExpression' ? readCallee(node.callee as Node) : { root: '', modifiers: [] };
    const [first, ...rest] = (node.arguments ?? []) as Node[];
    const name = textOf(first);
    if (!['describe', 'it', 'test'].includes(root) || name === undefined || rest.length === 0)
      return childrenOf(node).flatMap((child) => walk(child, groups));
    if (modifiers.includes('skip') || modifiers.includes('todo')) return [];
    const names = table ? expand(name, table, context) : [name];
    if (root !== 'describe') return names.map((own) => ({ groups, name: own }));
    return names.flatMap((group) => rest.flatMap((argument) => walk(argument, [...groups, group])));
  };
  return walk(program, []);
}
