/** What a patient types; the rest of the form is its page's. */
const fields = ['name', 'email', 'phone', 'tell'] as const

type Typed = Partial<Record<(typeof fields)[number], string>>

let typed: Typed = {}

/** Remembers what was typed in a form, for as long as the tab stays with us: going back and forth loses nothing. */
export function rememberTyped(form: HTMLFormElement): void {
  const data = new FormData(form)
  typed = Object.fromEntries(fields.flatMap((name) => (data.has(name) ? [[name, String(data.get(name))]] : [])))
}

/** It was sent: whoever comes next to this tab finds an empty form. */
export function forgetTyped(): void {
  typed = {}
}

/** Returns what was typed in this tab before; nothing where the server makes the page. */
export function typedHere(): Typed {
  return typed
}
