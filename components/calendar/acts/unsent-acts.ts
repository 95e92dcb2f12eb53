/** An act that is not known to have been carried out: on its way, or one that could not be sent. */
export type UnsentAct = About & { slot?: string; hasFailed: boolean }

/** What is done, and about which visit. */
type About = { act: 'confirm' | 'move' | 'decline' | 'cancel'; appointmentId: string }

const key = 'carnet unsent'
const listeners = new Set<() => void>()
const none: readonly UnsentAct[] = []
let read: { text: string; acts: readonly UnsentAct[] } = { text: '', acts: none }

/**
 * For useSyncExternalStore: the acts of this tab that nobody has said were carried out. They outlive the page, and signing
 * in again; ids alone, and what was to be done.
 */
export const unsentActs = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  read(): readonly UnsentAct[] {
    const text = globalThis.sessionStorage?.getItem(key) ?? ''
    if (text !== read.text) read = { text, acts: text ? JSON.parse(text) : none }
    return read.acts
  },
  readOnServer: () => none,
}

/** Notes acts as on their way, or as such that could not be sent; what was noted of the same before is replaced. */
export function noteUnsent(acts: readonly (About & { slot?: string })[], hasFailed: boolean): void {
  const noted = acts.map(({ act, appointmentId, slot }) => ({ act, appointmentId, ...(slot && { slot }), hasFailed }))
  write([...without(acts), ...noted])
}

/** Acts that were carried out, taken back, or refused by a word of their own are noted no more. */
export function forgetUnsent(acts: readonly About[]): void {
  write(without(acts))
}

function without(acts: readonly About[]): UnsentAct[] {
  return unsentActs.read().filter((noted) => !acts.some(isAbout(noted)))
}

/** Returns what tells whether an act is the same thing about the same visit. */
export function isAbout({ act, appointmentId }: About) {
  return (other: About) => other.act === act && other.appointmentId === appointmentId
}

function write(acts: readonly UnsentAct[]): void {
  if (acts.length > 0) globalThis.sessionStorage?.setItem(key, JSON.stringify(acts))
  else globalThis.sessionStorage?.removeItem(key)
  for (const listener of listeners) listener()
}
