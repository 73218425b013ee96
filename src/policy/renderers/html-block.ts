import type { Block, Inline, Phrase } from '../policy-document.ts';
import { escapeHtml } from './escape-html.ts';
import { plainName } from './plain-line.ts';

function inlineToHtml(inline: Inline): string {
  if (typeof inline === 'string') return escapeHtml(inline);
  switch (inline.type) {
    case 'code':
      return `<code>${escapeHtml(plainName(inline.text))}</code>`;
    case 'strong':
      return `<strong>${escapeHtml(inline.text)}</strong>`;
    case 'note':
      // A host name breaks after its dots, not in the middle of a word.
      return `<small>${escapeHtml(plainName(inline.text)).replace(/\.(?=\S)/g, '.<wbr>')}</small>`;
    case 'link':
      return `<a href="${escapeHtml(inline.href)}">${escapeHtml(inline.text)}</a>`;
  }
}

const phraseToHtml = (phrase: Phrase) => phrase.map(inlineToHtml).join('');

// Roles, because a table whose rows are stacked on a phone loses its own in some browsers.
function tableToHtml({ caption, columns, rows }: Extract<Block, { type: 'table' }>): string {
  const head = columns.map((column) => `<th scope="col" role="columnheader">${escapeHtml(column)}</th>`);
  const body = rows.map((row) => {
    const cells = row.map((cell, index) => {
      const content = phraseToHtml(cell);
      const label = escapeHtml(columns[index] ?? '');
      return index === 0
        ? `<th scope="row" role="rowheader">${content}</th>`
        : `<td role="cell" data-label="${label}"><div>${content}</div></td>`;
    });
    return `<tr role="row">${cells.join('')}</tr>`;
  });
  return `<table role="table" class="columns-${columns.length}">
<caption>${escapeHtml(caption)}</caption>
<thead role="rowgroup"><tr role="row">${head.join('')}</tr></thead>
<tbody role="rowgroup">${body.join('\n')}</tbody>
</table>`;
}

function controlsToHtml(block: Extract<Block, { type: 'controls' }>): string {
  const buttons = block.buttons.map(
    ({ action, label }) =>
      `<button type="button" data-avowal-action="${action}">${escapeHtml(label)}</button>`,
  );
  return `<div class="controls" data-domains="${escapeHtml(block.domains.join(' '))}">${buttons.join('\n')}</div>
<p class="callout" hidden>${escapeHtml(block.elsewhere)} ${phraseToHtml(block.onSite)}</p>
<noscript><p class="callout">${escapeHtml(block.withoutScript)}</p></noscript>`;
}

/** One block as HTML; every text is escaped, so that only this file makes markup. */
export function blockToHtml(block: Block): string {
  switch (block.type) {
    case 'heading': {
      const note = block.note === undefined ? '' : ` <span class="status">${escapeHtml(block.note)}</span>`;
      return `<h${block.level}>${escapeHtml(block.text)}${note}</h${block.level}>`;
    }
    case 'paragraph':
      return `<p>${phraseToHtml(block.phrase)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${phraseToHtml(item)}</li>`).join('\n')}</ul>`;
    case 'facts':
      return `<dl>${block.items.map(([term, phrase]) => `<div><dt>${escapeHtml(term)}</dt><dd>${phraseToHtml(phrase)}</dd></div>`).join('\n')}</dl>`;
    case 'table':
      return tableToHtml(block);
    case 'controls':
      return controlsToHtml(block);
  }
}
