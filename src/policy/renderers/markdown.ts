import type { Block, Inline, Phrase, PolicyDocument } from '../policy-document.ts';
import type { PolicyContext } from '../policy-section.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { plainName } from './plain-line.ts';

/** Where a code span cannot hold a name safely, escaped text does. */
const codeToMarkdown = (name: string) =>
  /^[\w.*:#@%/$ -]*[\w.*]$/.test(name) && !name.includes('://') && name.trim() === name
    ? `\`${name}\``
    : escapeMarkdown(name).replace(/\bwww(?=\.)/gi, '$&&#8203;');

const hrefToMarkdown = (href: string) =>
  href.replace(/[()<>\\|`*_[\]]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

function inlineToMarkdown(inline: Inline): string {
  if (typeof inline === 'string') return escapeMarkdown(inline);
  switch (inline.type) {
    case 'code':
      return codeToMarkdown(plainName(inline.text));
    case 'strong':
      return `**${escapeMarkdown(inline.text)}**`;
    case 'note':
      return ` (${escapeMarkdown(plainName(inline.text))})`;
    case 'link':
      return `[${escapeMarkdown(inline.text)}](${hrefToMarkdown(inline.href)})`;
  }
}

const phraseToMarkdown = (phrase: Phrase) => phrase.map(inlineToMarkdown).join('').trim();

const rowToMarkdown = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function blockToMarkdown(block: Block): string {
  switch (block.type) {
    case 'heading': {
      const note = block.note === undefined ? '' : ` (${escapeMarkdown(block.note)})`;
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}${note}`;
    }
    case 'paragraph':
      return phraseToMarkdown(block.phrase);
    case 'list':
      return block.items.map((item) => `- ${phraseToMarkdown(item)}`).join('\n');
    case 'facts':
      return block.items
        .map(([term, phrase]) => `- ${escapeMarkdown(term)}: ${phraseToMarkdown(phrase)}`)
        .join('\n');
    case 'table':
      return [
        rowToMarkdown(block.columns.map(escapeMarkdown)),
        rowToMarkdown(block.columns.map(() => '---')),
        ...block.rows.map((row) => rowToMarkdown(row.map(phraseToMarkdown))),
      ].join('\n');
    case 'controls':
      return phraseToMarkdown(block.onSite);
  }
}

/** The policy as Markdown with tables (GFM); it has no live controls and leads to the site's instead. */
export function renderMarkdown(policy: PolicyDocument, { input }: PolicyContext): string {
  const parts = policy.sections.flatMap(({ title, blocks }) => [
    `## ${escapeMarkdown(title)}`,
    ...blocks.map(blockToMarkdown),
  ]);
  const title = `# ${escapeMarkdown(policy.title)}: ${escapeMarkdown(input.config.site.name)}`;
  return `${[title, ...parts].filter((part) => part !== '').join('\n\n')}\n`;
}
