/** What somebody typed, or chose a file for. */
const FILLED = ':read-write,[type=file]';

/** Whether a page, or a part of it, holds what a visitor has entered and would lose; in doubt it does. */
export const holdsInput = (part: ParentNode): boolean =>
  [...part.querySelectorAll<HTMLElement>('*:not(avowal-notice)')].some((element) => {
    const { value, checked, defaultChecked } = element as HTMLInputElement;
    const { selected, defaultSelected, index } = element as HTMLOptionElement;
    return (
      // Frameworks write what is typed into the attribute too: a value is no default because it stands there.
      (element.matches(FILLED) && (value ?? element.textContent).trim()) ||
      checked !== defaultChecked ||
      (selected && !defaultSelected && index > 0) ||
      (element.shadowRoot && holdsInput(element.shadowRoot))
    );
  });
