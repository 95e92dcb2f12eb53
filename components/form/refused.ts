/**
 * How a field that was refused is marked: said to who hears it, and given the focus. A page that comes with a refusal is
 * focused by the browser as it is read, with a script and without. Were it done once the script has started, a page that
 * somebody already scrolls or presses would move under the finger, and the press would be lost.
 */
export function refusedField(refusal: unknown) {
  return refusal ? ({ 'aria-invalid': true, autoFocus: true } as const) : undefined
}

/** The same, of a note that stands above a form and says why. */
export const refusedNote = { role: 'alert', tabIndex: -1, autoFocus: true, 'data-refused': true } as const
