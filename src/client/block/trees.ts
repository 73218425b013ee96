/** The document and every shadow tree that is looked at: where held elements are found again. */
export const trees: Set<Document | ShadowRoot> = new Set();
