import type { PolicyTexts } from '../knowledge/locale.ts';
import type { NoticeTexts } from '../model/notice.ts';
import type { Block } from './policy-document.ts';
import type { PolicyFacts } from './policy-facts.ts';
import type { PolicyInput } from './policy-input.ts';

/** Everything that a section is written from. */
export interface PolicyContext {
  readonly input: PolicyInput;
  readonly facts: PolicyFacts;
  /** BCP 47 tag of the texts. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: PolicyTexts;
  readonly notice: NoticeTexts;
}

/** One section of the policy: one file each in `policy/sections`. */
export interface PolicySection {
  /** Kebab-case, equal to its file name; anchor of the section in the page. */
  readonly id: string;
  /** Place in the policy, ascending. */
  readonly order: number;
  readonly title: (texts: PolicyTexts) => string;
  readonly write: (context: PolicyContext) => readonly Block[];
}
