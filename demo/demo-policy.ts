/** Where the cookie policy of the company's site is. */
export interface DemoPolicy {
  /** Address of the policy, for a link. */
  readonly url: string;
  /** The policy itself as HTML for the middle of a page. */
  readonly html?: (locale: string) => string | Promise<string>;
}
