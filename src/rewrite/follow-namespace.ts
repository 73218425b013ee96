import { foreignContent, html, Token } from 'parse5';
import type { StartTag } from './read-tag.ts';

const { NS } = html;

const tokenOf = ({ name, isSelfClosing, attributes }: StartTag): Token.TagToken => ({
  type: Token.TokenType.START_TAG,
  tagName: name,
  tagID: html.getTagID(name),
  selfClosing: isSelfClosing,
  ackSelfClosing: false,
  attrs: attributes.map(({ name: of, value }) => ({ name: of, value })),
  location: null,
});

/** Follows where a page is in SVG or MathML: there scripts are no raw text and CDATA sections exist. */
export interface NamespaceFollower {
  /** The content of the last start tag seen is SVG or MathML. */
  readonly isForeign: boolean;
  /** To be told every start tag in foreign content, and those that begin it. */
  open(tag: StartTag): void;
  close(name: string): void;
  /** Elements of HTML around it were closed. */
  leaveForeign(): void;
}

/**
 * As the preload scanners of browsers do it: a stack of namespaces, without the tree. `tag` is read as SVG where a
 * foreign element is the current node (HTML §13.2.6.5).
 */
export function followNamespace(): NamespaceFollower {
  const stack: { namespace: html.NS; name: string }[] = [];
  const top = () => stack.at(-1)?.namespace ?? NS.HTML;
  const leaveForeign = () => {
    while (top() !== NS.HTML) stack.pop();
  };
  return {
    leaveForeign,
    get isForeign() {
      return top() !== NS.HTML;
    },
    open(tag) {
      const { name, isSelfClosing } = tag;
      const namespace = top();
      if (name === 'svg' || name === 'math') {
        // In foreign content they are elements of the namespace they stand in, but for one place.
        const isOwn = namespace === NS.HTML || (name === 'svg' && stack.at(-1)?.name === 'annotation-xml');
        const own = name === 'svg' ? NS.SVG : NS.MATHML;
        if (!isSelfClosing) stack.push({ namespace: isOwn ? own : namespace, name });
        return;
      }
      if (namespace === NS.HTML) return;
      const token = tokenOf(tag);
      if (foreignContent.causesExit(token)) {
        leaveForeign();
        return;
      }
      if (namespace === NS.SVG) foreignContent.adjustTokenSVGTagName(token);
      if (!isSelfClosing && foreignContent.isIntegrationPoint(token.tagID, namespace, token.attrs))
        stack.push({ namespace: NS.HTML, name });
      else if (!isSelfClosing && name === 'annotation-xml' && namespace === NS.MATHML)
        stack.push({ namespace, name });
    },
    close(name) {
      const { name: open, namespace } = stack.at(-1) ?? {};
      if (open === name) stack.pop();
      // These two leave foreign content although they close nothing in it (HTML §13.2.6.5).
      else if (namespace !== undefined && (name === 'p' || name === 'br')) leaveForeign();
    },
  };
}
