import { formField, type Untaken, whyField } from '../form-answer'

/** The header in which a page is told of the form that came back to it; what a browser writes there is overwritten. */
export const untakenHeader = 'x-untaken'

/** Next's own names in a form that is sent without a script: of its action, or of where that is said. */
const ofAction = /^\$ACTION_(?:ID_(.+)|REF_(.+))$/

/**
 * Returns what was typed in a form that nothing here takes: its action is of another build, or it was sent back on
 * purpose. Undefined where `knows` an action that takes it, or where it is no form of ours.
 */
export function readUntaken(sent: FormData, knows: (actionId: string) => boolean): Untaken | undefined {
  const names = [...sent.keys()].map((name) => ofAction.exec(name)).filter((match) => match !== null)
  const ids = names.map(([, id, reference]) => id ?? idOf(sent.get(`$ACTION_${reference}:0`)))
  const why = sent.get(whyField)
  if (why === null && (ids.length === 0 || ids.every(knows))) return undefined
  const typed = [...sent].filter(([name, value]) => isTyped(name) && typeof value === 'string')
  return {
    form: String(sent.get(formField) ?? ''),
    why: why === 'signed_in_again' ? why : 'form_outdated',
    values: Object.fromEntries(typed) as Record<string, string>,
  }
}

/** Next's own fields, ours and passwords are not given back. */
function isTyped(name: string): boolean {
  return !name.startsWith('$') && !['password', formField, whyField].includes(name)
}

function idOf(said: FormDataEntryValue | null): string {
  try {
    return String(JSON.parse(String(said)).id)
  } catch {
    return ''
  }
}
