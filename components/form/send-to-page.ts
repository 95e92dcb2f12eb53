import { minuteMs } from '@/lib/domain/time'
import { formField, type Untaken, whyField } from '@/lib/web/form-answer'

/** What somebody who must sign in again had typed, and where. In this tab alone, until they are back. */
type Typed = { reader: string; place: string; form: string; fields: [name: string, value: string][]; at: number }

const key = 'carnet typed'
/** Whoever stays away for longer finds an empty form. */
const keptMs = 30 * minuteMs

/**
 * Sends a form to the page it stands on, as a browser without a script would: the page is loaded anew, with what was
 * typed in the form of this name and a word why. Never returns: the page is being left.
 */
export function sendToPage(why: Untaken['why'], name: string, fields: Iterable<[string, FormDataEntryValue]>) {
  const form = document.createElement('form')
  form.method = 'post'
  form.enctype = 'multipart/form-data'
  form.action = placeOf(location)
  form.hidden = true
  for (const [field, value] of [[formField, name], [whyField, why], ...typedIn(fields)] as const) {
    const input = document.createElement('textarea')
    input.name = field
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  form.submit()
  return new Promise<never>(() => {})
}

/** Keeps what was typed until its writer has signed in again. */
export function keepTyped(reader: string, form: string, fields: Iterable<[string, FormDataEntryValue]>): void {
  const typed: Typed = { reader, place: placeOf(location), form, fields: typedIn(fields), at: Date.now() }
  sessionStorage.setItem(key, JSON.stringify(typed))
}

/** Gives what was kept back to the page it was typed on, when the same person has come back to it; and keeps it no more. */
export function giveTypedBack(reader: string): void {
  const kept = sessionStorage.getItem(key)
  sessionStorage.removeItem(key)
  if (!kept) return
  const typed = JSON.parse(kept) as Typed
  const isDue = typed.reader === reader && typed.place === placeOf(location) && Date.now() - typed.at < keptMs
  if (isDue) void sendToPage('signed_in_again', typed.form, typed.fields)
}

function placeOf({ pathname, search }: Location): string {
  return pathname + search
}

/** Never a password, and nothing of ours or Next's. */
function typedIn(fields: Iterable<[string, FormDataEntryValue]>): [string, string][] {
  const ours = ['password', formField, whyField]
  return [...fields].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !name.startsWith('$') && !ours.includes(name) ? [[name, value]] : [],
  )
}
