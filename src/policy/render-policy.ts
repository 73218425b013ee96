import { findLocale } from '../knowledge/locale.ts';
import type { PolicyDocument } from './policy-document.ts';
import { collectFacts } from './policy-facts.ts';
import type { PolicyInput } from './policy-input.ts';
import type { PolicyContext } from './policy-section.ts';
import { renderHtml } from './renderers/html.ts';
import { renderJson } from './renderers/json.ts';
import { renderMarkdown } from './renderers/markdown.ts';
import { sections } from './sections/index.ts';

export type { PolicyInput } from './policy-input.ts';

/** What a policy can be written as. */
export type PolicyFormat = 'html' | 'md' | 'json';

const RENDERERS = { html: renderHtml, md: renderMarkdown, json: renderJson } as const;

function writeDocument(context: PolicyContext): PolicyDocument {
  const inOrder = sections.toSorted((a, b) => a.order - b.order);
  return {
    title: context.texts.title,
    sections: inOrder.map((section) => ({
      id: section.id,
      title: section.title(context.texts),
      blocks: section.write(context),
    })),
  };
}

/** The cookie policy of a site in one locale: a whole web page, Markdown (GFM) or JSON (`avowal/policy@1`). */
export function renderPolicy(input: PolicyInput, format: PolicyFormat): string {
  const locale = findLocale(input.locale);
  const context: PolicyContext = {
    input,
    facts: collectFacts(input.config, locale),
    locale: locale.tag,
    dir: locale.dir,
    texts: locale.policy,
    notice: locale.notice,
  };
  return RENDERERS[format](writeDocument(context), context);
}
