import { findLocale } from '../../knowledge/locale.ts';
import type { Config } from '../../model/config.ts';
import type { Block, Inline } from '../policy-document.ts';
import { collectFacts } from '../policy-facts.ts';
import type { PolicyContext, PolicySection } from '../policy-section.ts';
import { seedInput } from './seed-policy.ts';

/** What a section gets to write from, with the founding policy's configuration. */
export function policyContext(change: Partial<Config> = {}, tag = 'en'): PolicyContext {
  const input = seedInput(change, tag);
  const locale = findLocale(tag);
  const { dir, policy: texts, notice } = locale;
  return { input, facts: collectFacts(input.config, locale), locale: locale.tag, dir, texts, notice };
}

const inlineText = (inline: Inline) => (typeof inline === 'string' ? inline : inline.text);

function blockTexts(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text, block.note ?? ''];
    case 'paragraph':
      return [block.phrase.map(inlineText).join('')];
    case 'list':
      return block.items.map((item) => item.map(inlineText).join(''));
    case 'facts':
      return block.items.map(([term, phrase]) => `${term}: ${phrase.map(inlineText).join('')}`);
    case 'table':
      return block.rows.map((row) => row.map((cell) => cell.map(inlineText).join(', ')).join(' | '));
    case 'controls':
      return block.buttons.map(({ action, label }) => `[${action}] ${label}`);
  }
}

/** A section as plain lines, to read in a test. */
export const linesOf = (section: PolicySection, change: Partial<Config> = {}, tag = 'en'): string[] =>
  section.write(policyContext(change, tag)).flatMap(blockTexts);
