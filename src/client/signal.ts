/** Tells one vendor what the visitor said: one file each in `signals/`. `isGranted` answers for a list of purpose ids. */
export interface Signal {
  /** Before any tag runs, on every page. */
  readonly start: (isGranted: (purposes: readonly string[]) => boolean) => void;
  /** After a choice, and on every page where one is stored. */
  readonly update: (isGranted: (purposes: readonly string[]) => boolean) => void;
}
