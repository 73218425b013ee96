/** One way in which a page can send a request or store something. */
export interface Vector {
  /** Names the address or the stored name that only this vector uses. */
  readonly id: string;
  /** How the page does it, in Markdown. */
  readonly name: string;
  /** HTML in `<head>`; `{at}` is the address. */
  readonly head?: string;
  /** HTML in `<body>`; `{at}` is the address. */
  readonly body?: string;
  /** Body of an async function that gets `at`, the address, or `name`, the name to store under. */
  readonly script?: string;
  /** What the third party answers with, by file extension. Default: `gif`. */
  readonly answer?: 'js' | 'css' | 'gif' | 'svg' | 'html' | 'vtt' | 'mp4';
  /**
   * What shows that it happened: a request that arrived (default), that the script ran as well, a connection that was
   * opened, something stored, or, where no server can see it, an element that has its address.
   */
  readonly seen?: 'script' | 'connection' | 'stored' | 'address';
  /** A file of the site does it, which rewriting changes as well. */
  readonly file?: true;
  /** Why nobody can hold it back, in Markdown, where it is not. */
  readonly why?: string;
  /** The address is one of the site's own host. */
  readonly own?: true;
  /** Comes back in the same page after yes; otherwise the next page view does it. */
  readonly waits?: true;
  /** The browser does it when it is idle, which may be never: that it does not happen says nothing. */
  readonly idle?: true;
  /** Does nothing without the runtime, since the page marks it. */
  readonly marked?: true;
}

/** Vectors of the same kind. */
export interface VectorGroup {
  readonly title: string;
  /** What an owner should know of all of them. */
  readonly note?: string;
  readonly vectors: readonly Vector[];
}
